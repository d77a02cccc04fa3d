import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { beforeEach, describe, expect, it } from 'vitest';
import { appKeys, signRs256 } from '../../sandbox/zendesk/app-key.ts';
import { problemSchema } from '../contract/problem.ts';
import { type Session, sessionSchema } from '../contract/session.ts';
import type { ConnectionStore } from '../ports/connection.ts';
import { OutsideError } from '../ports/errors.ts';
import type { AccountRole, HelpdeskAccount } from '../ports/helpdesk-account.ts';
import type { Tenant } from '../ports/tenant.ts';
import { memoryConnections } from '../test/connection-store.ts';
import { aTenant, someTenants } from '../test/tenant.ts';
import type { Env } from './env.ts';
import { answerError } from './errors.ts';
import { type PageFiles, type PageParts, pageRoutes } from './page.ts';
import { createSessionTokens } from './session-token.ts';

const PAGE = '<!doctype html><head><meta name="triage-session" content="" /><title>T</title></head><body></body>';
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const FILES: PageFiles = new Map([
  ['index.html', { bytes: bytesOf(PAGE), type: 'text/html; charset=utf-8' }],
  ['assets/overview-1.js', { bytes: bytesOf('export {};'), type: 'text/javascript; charset=utf-8' }],
  ['secret.txt', { bytes: bytesOf('no'), type: 'text/plain' }],
]);
const CSP = [
  "default-src 'none'",
  "script-src 'self' https://static.zdassets.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

const tokenOf = (account: string, over: { installation?: string; user?: string } = {}): string => {
  const { installation = '71', user = '9' } = over;
  const [api, iat] = [`https://${account}.zendesk.com/api/v2`, Math.floor(Date.now() / 1000)];
  const named = { aud: `${api}/apps/installations/${installation}.json`, sub: `${api}/users/${user}.json` };
  return signRs256({ iss: `${account}.zendesk.com`, ...named, iat, nbf: iat, exp: iat + 60 });
};

const sessions = createSessionTokens(new Uint8Array(32).fill(4));

describe('the nav-bar page', () => {
  let role: () => Promise<AccountRole>;
  let keysAsked: string[];
  let installed: string[];
  let cameBack: string[];
  let store: ConnectionStore;
  let tenants: Tenant[];
  beforeEach(() => {
    cameBack = [];
    [role, keysAsked, store, installed] = [async () => 'admin', [], memoryConnections(), ['71', '72', '73']];
    const fetchAppKey = async (id: string) => {
      keysAsked.push(id);
      return id === '71' ? appKeys().publicPem : null;
    };
    const fetchInstallation = async (id: string) => (installed.includes(id) ? { id, enabled: true } : null);
    const account = { fetchRole: () => role(), fetchAppKey, fetchInstallation } as unknown as HelpdeskAccount;
    tenants = ['acme', 'other'].map((id) => aTenant({ id, kind: 'oauth', account }));
  });

  const serve = (over: Partial<PageParts> = {}): Hono<Env> => {
    const parts: PageParts = {
      ...{ tenants: someTenants(tenants), store, sessions, files: FILES, appKey: appKeys().publicPem },
      originOf: (id) => `https://${id}.zendesk.com`,
      requestsPerMinute: 100,
      publicUrl: 'https://triage.example',
      changed: (id) => void cameBack.push(id),
      ...over,
    };
    const app = new Hono<Env>().use(requestId()).route('/', pageRoutes(parts));
    app.onError(answerError);
    return app;
  };
  const open = (app: Hono<Env>, token: string) =>
    app.request('/admin?origin=https%3A%2F%2Facme.zendesk.com&app_guid=g', {
      method: 'POST',
      body: new URLSearchParams({ token }),
    });
  const contentOf = (html: string): string => /<meta name="triage-session" content="([^"]*)" \/>/.exec(html)?.[1] ?? '';
  const sessionOf = (html: string): Session =>
    sessionSchema.parse(JSON.parse(contentOf(html).replaceAll('&quot;', '"').replaceAll('&amp;', '&')));
  const renew = (app: Hono<Env>, token: string) =>
    app.request('/v1/session', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  const refusalOf = async (answer: Response) => {
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    return [answer.status, problemSchema.parse(await answer.json()).error.code];
  };

  it('opens with a session of its own, framed by that account alone and kept by nobody', async () => {
    for (const account of ['acme', 'other']) {
      const page = await open(serve(), tokenOf(account, { user: '12' }));
      expect(page.status).toBe(200);
      const headers = Object.fromEntries(page.headers);
      expect(headers['content-security-policy']).toBe(
        [...CSP, `frame-ancestors https://${account}.zendesk.com`].join('; '),
      );
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=UTF-8',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      for (const absent of ['x-frame-options', 'set-cookie', 'access-control-allow-origin'])
        expect(headers).not.toHaveProperty(absent);
      const session = sessionOf(await page.text());
      expect(session).toMatchObject({ tenant: account, userId: '12', role: 'admin' });
      expect(await sessions.read(session.token)).toMatchObject({ tenant: account, userId: '12', role: 'admin' });
    }
  });

  it('says what it starts with inside of one attribute, whatever stands in it', async () => {
    const hostile = `"><script>alert(1)</script><!-- ' $& $1 $\` &quot; --></head>`;
    const issuing = { ...sessions, issue: async () => ({ token: hostile, expiresAt: hostile }) };
    const html = await (await open(serve({ sessions: issuing }), tokenOf('acme'))).text();
    expect(html.replace(contentOf(html), '')).toBe(PAGE);
    expect(contentOf(html)).not.toMatch(/[<>"']/);
    const said = contentOf(html)
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(JSON.parse(said)).toMatchObject({ token: hostile, expiresAt: hostile });
  });

  it.each<[string, () => Promise<AccountRole>, Session['role']]>([
    ['an admin', async () => 'admin', 'admin'],
    ['an agent', async () => 'agent', 'agent'],
    [
      'whoever it is, while nobody has allowed us to ask',
      () => Promise.reject(new OutsideError('zendesk', 'unauthorized', 'x')),
      'visitor',
    ],
    [
      'whoever it is, where we may not ask',
      () => Promise.reject(new OutsideError('zendesk', 'forbidden', 'x')),
      'visitor',
    ],
  ])('knows %s', async (_, asked, expected) => {
    role = asked;
    expect(sessionOf(await (await open(serve(), tokenOf('acme'))).text()).role).toBe(expected);
  });

  it('is for nobody else, and says so when Zendesk cannot be asked', async () => {
    for (const asked of ['other', 'restricted'] as const) {
      role = async () => asked;
      expect(await refusalOf(await open(serve(), tokenOf('acme')))).toEqual([403, 'forbidden']);
    }
    role = () => Promise.reject(new OutsideError('zendesk', 'timeout', 'x'));
    expect(await refusalOf(await open(serve(), tokenOf('acme')))).toEqual([503, 'unavailable']);
  });

  it('is refused without a token that Zendesk has signed, and makes no account then', async () => {
    const app = serve();
    const [head, payload] = tokenOf('acme').split('.');
    for (const token of ['', 'x', `${head}.${payload}.`, `${tokenOf('acme')}x`])
      expect(await refusalOf(await open(app, token))).toEqual([403, 'forbidden']);
    const file = new FormData();
    file.set('token', new File([tokenOf('acme')], 'token'));
    const broken = { 'content-type': 'multipart/form-data; boundary=x' };
    for (const sent of [{ body: file }, { body: 'x', headers: broken }, { body: '{', headers: {} }, {}])
      expect(await refusalOf(await app.request('/admin', { method: 'POST', ...sent }))).toEqual([403, 'forbidden']);
    expect(await refusalOf(await app.request('/admin'))).toEqual([403, 'forbidden']);
    expect(await store.readConnection('acme')).toBeNull();
  });

  it('reads no more of a form than Zendesk sends', async () => {
    const body = new URLSearchParams({ token: 'x'.repeat(70_000) });
    expect(await refusalOf(await serve().request('/admin', { method: 'POST', body }))).toEqual([413, 'too_large']);
  });

  it('is refused to the accounts that a backend of one account does not serve', async () => {
    const app = serve({ tenants: { ...someTenants(tenants), sole: 'acme' } });
    expect(await refusalOf(await open(app, tokenOf('other')))).toEqual([403, 'forbidden']);
    expect(await store.readConnection('other')).toBeNull();
    expect((await open(app, tokenOf('acme'))).status).toBe(200);
  });

  it('remembers the installation that it was opened from, and begins anew after the app was gone', async () => {
    const app = serve();
    await open(app, tokenOf('acme'));
    expect(await store.readConnection('acme')).toMatchObject({ state: 'new', installationId: '71' });
    await store.saveConnection('acme', { state: 'uninstalled' });
    expect(cameBack).toEqual([]);
    await open(app, tokenOf('acme', { installation: '72' }));
    expect(await store.readConnection('acme')).toMatchObject({ state: 'new', installationId: '72' });
    await open(app, tokenOf('acme', { installation: '72' }));
    expect(cameBack).toEqual(['acme']);
  });

  it('goes on with the installation that it is connected with, until that one is gone with its secret', async () => {
    const app = serve();
    const sidebarSecrets = [{ secret: 's', endsAt: null }];
    await open(app, tokenOf('acme'));
    await store.saveConnection('acme', { state: 'connected', sidebarSecrets });
    await open(app, tokenOf('acme', { installation: '73' }));
    expect(await store.readConnection('acme')).toMatchObject({ installationId: '71', sidebarSecrets });
    installed = ['73'];
    await open(app, tokenOf('acme', { installation: '73' }));
    const again = { state: 'connected', installationId: '73', sidebarSecrets: [] };
    expect(await store.readConnection('acme')).toMatchObject(again);
  });

  it("asks the account for the app's key where it is not configured: once, and not for whatever anybody names", async () => {
    const app = serve({ appKey: null });
    for (const installation of ['71', '71', '72'])
      expect((await open(app, tokenOf('acme', { installation }))).status).toBe(installation === '71' ? 200 : 403);
    expect(keysAsked).toEqual(['71', '72']);
    for (let named = 100; named < 200; named += 1) await open(app, tokenOf('acme', { installation: String(named) }));
    expect(keysAsked).toHaveLength(30);
    expect((await open(app, tokenOf('acme'))).status).toBe(200);
    expect((await open(app, tokenOf('other'))).status).toBe(200);
  });

  it('goes on with a new session for the old one, as its holder stands then', async () => {
    const app = serve();
    const first = sessionOf(await (await open(app, tokenOf('acme'))).text());
    role = async () => 'agent';
    const answer = await renew(app, first.token);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const second = sessionSchema.parse(await answer.json());
    expect(second).toMatchObject({ tenant: 'acme', userId: '9', role: 'agent' });
    expect(await sessions.read(second.token)).toMatchObject({
      since: (await sessions.read(first.token))?.since,
      role: 'agent',
    });
    role = () => Promise.reject(new OutsideError('zendesk', 'unauthorized', 'x'));
    expect(sessionSchema.parse(await (await renew(app, second.token)).json()).role).toBe('visitor');
    role = async () => 'other';
    expect(await refusalOf(await renew(app, second.token))).toEqual([403, 'forbidden']);
  });

  it('goes on for nobody without a session, or whose account has left', async () => {
    const app = serve({ requestsPerMinute: 2 });
    const issue = (tenant: string) =>
      sessions.issue({ tenant, userId: '9', role: 'admin', since: Math.floor(Date.now() / 1000) });
    for (const token of ['', 'x', tokenOf('acme'), (await issue('gone')).token])
      expect(await refusalOf(await renew(app, token))).toEqual([401, 'unauthorized']);
    const { token } = await issue('acme');
    for (const expected of [200, 200, 429]) expect((await renew(app, token)).status).toBe(expected);
    expect((await renew(app, (await issue('other')).token)).status).toBe(200);
  });

  it('serves its own assets and nothing beside them', async () => {
    const app = serve();
    const file = await app.request('/admin/assets/overview-1.js');
    expect([file.status, await file.text()]).toEqual([200, 'export {};']);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    for (const path of ['secret.txt', '..%2Fsecret.txt', '..%2Findex.html', '%2e%2e/index.html', 'x/../../index.html'])
      expect((await app.request(`/admin/assets/${path}`)).status).not.toBe(200);
  });

  it('says so where it was never built', async () => {
    const answer = await open(serve({ files: null }), tokenOf('acme'));
    expect(await refusalOf(answer)).toEqual([503, 'unavailable']);
  });
});
