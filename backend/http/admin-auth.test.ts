import { describe, expect, it } from 'vitest';
import { adminApi } from '../contract/admin-api.ts';
import { problemSchema } from '../contract/problem.ts';
import { aTenant, only } from '../test/tenant.ts';
import { createServer, type ServerParts } from './server.ts';
import { createSessionTokens } from './session-token.ts';

const TOKEN = 'a'.repeat(32);
const ROUTES = Object.entries(adminApi).map(([name, { method, path }]) => ({
  name,
  method: method.toUpperCase(),
  path,
}));

/** A backend with no part behind it: whoever is let in ends in a fault. */
const serverWith = (adminToken: string | null) => {
  const tenants = only(aTenant({ id: 'a' }));
  const sessions = createSessionTokens(new Uint8Array(32));
  const store = new Proxy({}, { get: () => () => Promise.reject(new Error('There is no store')) });
  const parts = {
    tenants: { ...tenants, sole: 'a' },
    store,
    sessions,
    requestsPerMinute: 1_000,
    log: () => {},
    adminToken,
  };
  return createServer({ ...parts, publicUrl: 'https://triage.example' } as unknown as ServerParts);
};
const [server, withoutToken] = [serverWith(TOKEN), serverWith(null)];

const ask = async (app: typeof server, { method, path }: (typeof ROUTES)[number], authorization: string) => {
  const headers = { ...(authorization && { authorization }) };
  const answer = await app.request(path.replace('{id}', 'x'), { method, headers });
  return { status: answer.status, ...problemSchema.parse(await answer.json()).error };
};

describe("an admin's routes", () => {
  it.each(ROUTES)('$name: lets nobody in without the token', async (route) => {
    for (const given of ['', `Bearer ${TOKEN}a`, `Bearer ${TOKEN.slice(1)}`, 'Bearer ', TOKEN, `Basic ${TOKEN}`])
      expect(await ask(server, route, given)).toMatchObject({ status: 401, code: 'unauthorized' });
    expect(await ask(withoutToken, route, 'Bearer null')).toMatchObject({ status: 401 });
  });

  it.each(ROUTES)('$name: is there', async (route) => {
    const { status, message } = await ask(server, route, `Bearer ${TOKEN}`);
    expect(status).not.toBe(401);
    expect(message).not.toContain('nothing at this address');
  });
});
