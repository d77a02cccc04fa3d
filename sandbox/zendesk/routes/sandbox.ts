import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { findViewer } from '../access.ts';
import type { Account } from '../account.ts';
import { unauthenticated } from '../errors.ts';
import { readJson, type ZendeskEnv } from '../http.ts';
import { describeInstallation } from '../installation.ts';
import { sendProxied } from '../proxy.ts';

/** What the workspace page asks of the sandbox itself; for the signed-in agent only. */
export function sandboxRoutes(account: Account) {
  const signedIn = createMiddleware<ZendeskEnv>(async (c, next) => {
    const viewer = findViewer(account, c);
    if (viewer?.scopes !== null) throw unauthenticated();
    c.set('viewer', viewer);
    await next();
  });
  return new Hono<ZendeskEnv>()
    .use(signedIn)
    .get('/installation', (c) => c.json(describeInstallation(account)))
    .post('/proxy', async (c) => {
      const answer = await sendProxied(account, await readJson(c));
      const refused = answer.statusText === 'Refused by the proxy';
      return c.json(answer, refused ? (answer.status as ContentfulStatusCode) : 200);
    });
}
