import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { SignJWT } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemSchema } from '../contract/problem.ts';
import { aTenant, someTenants } from '../test/tenant.ts';
import type { Env } from './env.ts';
import { answerError } from './errors.ts';
import { limitRate } from './rate-limit.ts';
import { createServer, type ServerParts } from './server.ts';
import { createSessionTokens } from './session-token.ts';

const PUBLIC_URL = 'https://triage.example';
const SECRET = 's'.repeat(32);
const sessions = createSessionTokens(new Uint8Array(32));

describe('how often an account may ask', () => {
  afterEach(() => vi.useRealTimers());

  const serve = (perMinute: number) => {
    const app = new Hono<Env>()
      .use(requestId())
      .use((c, next) => {
        c.set('tenant', aTenant({ id: c.req.header('account') ?? '' }));
        return next();
      })
      .use(limitRate(perMinute))
      .get('/', (c) => c.text('done'));
    app.onError(answerError);
    return (account: string) => app.request('/', { headers: { account } });
  };

  it('is so many times a minute; then it is told when to come again, and another account is not', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const ask = serve(3);
    for (let count = 0; count < 3; count += 1) expect((await ask('acme')).status).toBe(200);
    vi.advanceTimersByTime(20_000);
    const refused = await ask('acme');
    expect(refused.status).toBe(429);
    const { error } = problemSchema.parse(await refused.json());
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 40 });
    expect(refused.headers.get('retry-after')).toBe('40');
    for (let count = 0; count < 3; count += 1) expect((await ask('other')).status).toBe(200);
    vi.advanceTimersByTime(40_000);
    expect((await ask('acme')).status).toBe(200);
  });

  it('counts those who come at the same time one by one', async () => {
    const ask = serve(5);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('acme')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('never tells anybody to come again at once', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const ask = serve(1);
    await ask('acme');
    vi.advanceTimersByTime(59_999);
    expect((await ask('acme')).headers.get('retry-after')).toBe('1');
  });
});

describe('at the doors', () => {
  /** No part is behind them: whoever is let in ends in a fault. */
  const serve = (requestsPerMinute: number) => {
    const tenants = ['acme', 'other'].map((id) => aTenant({ id, appSecrets: () => [SECRET] }));
    const store = new Proxy({}, { get: () => () => Promise.reject(new Error('There is no store')) });
    const parts = { store, sessions, requestsPerMinute, tenants: someTenants(tenants), log: () => {}, appKey: 'x' };
    return createServer({ ...parts, adminToken: null, publicUrl: PUBLIC_URL } as unknown as ServerParts);
  };
  const now = () => Math.floor(Date.now() / 1000);
  const sidebarToken = (account: string, secret = SECRET) =>
    new SignJWT({ ticket_id: '1' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(account)
      .setAudience(PUBLIC_URL)
      .setIssuedAt(now())
      .setExpirationTime(now() + 60)
      .sign(new TextEncoder().encode(secret));
  const pageToken = async (account: string) =>
    (await sessions.issue({ tenant: account, userId: '9', role: 'admin', since: now() })).token;

  it.each([
    ['the sidebar', '/v1/settings', sidebarToken],
    ['the admin page', '/v1/admin/connection', pageToken],
    ["the admin page's feedback", '/v1/feedback', pageToken],
  ])('%s: whoever proves nothing uses nothing up, and one account not what is another’s', async (_, path, tokenFor) => {
    const app = serve(4);
    const ask = async (token: string) =>
      (await app.request(path, { headers: { authorization: `Bearer ${token}` } })).status;
    const forged = [await sidebarToken('acme', 'x'.repeat(32)), `${await tokenFor('acme')}x`, 'acme', ''];
    for (const token of [...forged, ...forged]) expect(await ask(token)).toBe(401);
    const mine = await tokenFor('acme');
    for (let count = 0; count < 4; count += 1) expect([401, 429]).not.toContain(await ask(mine));
    expect([await ask(mine), await ask(mine)]).toEqual([429, 429]);
    expect([401, 429]).not.toContain(await ask(await tokenFor('other')));
  });
});
