import { describe, expect, it } from 'vitest';
import { adminApi } from '../contract/admin-api.ts';
import { overviewApi } from '../contract/overview.ts';
import { problemSchema } from '../contract/problem.ts';
import { aTenant, only } from '../test/tenant.ts';
import { createServer, type ServerParts } from './server.ts';
import { createSessionTokens } from './session-token.ts';

const TOKEN = 'a'.repeat(32);
const SESSION_KEY = new Uint8Array(32);
const routesOf = (table: Record<string, { method: string; path: string }>) =>
  Object.entries(table).map(([name, { method, path }]) => ({ name, method: method.toUpperCase(), path }));
const OF_AGENTS = routesOf(overviewApi);
const ROUTES = [...routesOf(adminApi), ...OF_AGENTS];

/** A backend with no part behind it: whoever is let in ends in a fault. */
const serverWith = (adminToken: string | null) => {
  const tenants = only(aTenant({ id: 'a' }));
  const sessions = createSessionTokens(SESSION_KEY);
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

describe('the overview', () => {
  const sessionOf = async (role: 'admin' | 'agent' | 'visitor', tenant = 'a') => {
    const since = Math.floor(Date.now() / 1000);
    const { token } = await createSessionTokens(SESSION_KEY).issue({ tenant, userId: '5', role, since });
    return `Bearer ${token}`;
  };

  it.each(OF_AGENTS)('$name: lets agents and admins in, and no visitor', async (route) => {
    for (const role of ['admin', 'agent'] as const)
      expect([401, 403]).not.toContain((await ask(server, route, await sessionOf(role))).status);
    expect(await ask(server, route, await sessionOf('visitor'))).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it.each(routesOf(adminApi))('opens no other door to an agent: $name', async (route) => {
    expect(await ask(server, route, await sessionOf('agent'))).toMatchObject({ status: 403 });
  });
});
