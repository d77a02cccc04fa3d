import { createMiddleware } from 'hono/factory';
import type { Account } from './account.ts';
import type { ZendeskEnv } from './http.ts';

const MOST = 20_000;

/** Notes every call without what was in it. */
export const notesRequests = (account: Account) =>
  createMiddleware<ZendeskEnv>(async (c, next) => {
    await next();
    const { client = null, marketplace = null } = c.var;
    const { method, path } = c.req;
    account.requestsSeen.push({ method, path, client, marketplace, status: c.res.status, at: account.now() });
    if (account.requestsSeen.length > MOST) account.requestsSeen.shift();
  });
