import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { type Session, sessionApi } from '../contract/session.ts';
import { actFor } from '../ports/acting-for.ts';
import type { ConnectionStore } from '../ports/connection.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import { rememberKeys } from './app-keys.ts';
import { bearerOf } from './auth.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { limitRate } from './rate-limit.ts';
import type { SessionClaims, SessionTokens } from './session-token.ts';
import { type Opened, readZafToken } from './zaf-token.ts';

const ZDASSETS = 'https://static.zdassets.com';
const YEAR_SECONDS = 31_536_000;
/** Zendesk's form holds a token alone, and nobody has signed for what is posted here. */
const MAX_FORM = 64 * 1024;

/** The built page by path under its folder: `index.html`, `assets/…`. */
export type PageFiles = ReadonlyMap<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>;

export type PageParts = {
  tenants: Tenants;
  store: Pick<ConnectionStore, 'openConnection' | 'saveConnection'>;
  sessions: SessionTokens;
  /** Null where it was never built. */
  files: PageFiles | null;
  /** The app's public key, PEM, where the backend is configured with it. */
  appKey: string | null;
  /** Where Zendesk reaches us, as the app is set up with it. */
  publicUrl: string;
  /** Told of an account that comes back: what goes on by itself for it begins again. */
  changed(tenantId: string): void;
  /** Where an account's agents work: the only place that may frame the page. */
  originOf(tenantId: string): string;
  /** Of one account, in this process. */
  requestsPerMinute: number;
};

/** Nothing but our own files and Zendesk's SDK runs, and nobody but the account's own workspace frames it. */
const headersOf = (framedBy: string) => ({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src 'self' ${ZDASSETS}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

/** For what is no page: an answer to the page, or a refusal. */
const PLAIN = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: 'DENY',
});
const refusedPlainly = createMiddleware<Env>(async (c, next) => {
  await next();
  if (c.res.status >= 400) await PLAIN(c, async () => {});
});

const limitForm = bodyLimit({
  maxSize: MAX_FORM,
  onError: () => {
    throw new HttpProblem('too_large', 'The form is larger than any that Zendesk opens the page with.');
  },
});

const refuse = () => new HttpProblem('forbidden', 'Open this page in Zendesk, from the navigation bar.');

/** What they may do in their account; `visitor` while we have no way of asking. */
async function roleOf({ account }: Tenant, userId: string): Promise<Session['role']> {
  const role = await account.fetchRole(userId).catch((error): 'visitor' => {
    if (error instanceof OutsideError && (error.code === 'unauthorized' || error.code === 'forbidden'))
      return 'visitor';
    throw error;
  });
  if (role === 'other') throw new HttpProblem('forbidden', 'This page is for agents and admins of the account.');
  if (role === 'restricted')
    throw new HttpProblem(
      'forbidden',
      'This page tells of all tickets of the account, and Zendesk lets you see some of them. Ask an admin.',
    );
  return role;
}

async function toSession(claims: SessionClaims, sessions: SessionTokens): Promise<Session> {
  const { tenant, userId, role } = claims;
  return { ...(await sessions.issue(claims)), tenant, userId, role };
}

/** Empty for what is no form. */
const readForm = (c: Context<Env>): Promise<Record<string, unknown>> =>
  c.req.parseBody().catch((error) => {
    if (error instanceof TypeError) return {};
    throw error;
  });

/** Lets in who has the page open. */
const holdsSession = ({ sessions, tenants }: Pick<PageParts, 'sessions' | 'tenants'>) =>
  createMiddleware<Env>(async (c, next) => {
    const session = await sessions.read(bearerOf(c));
    const tenant = session && (await tenants.find(session.tenant));
    if (!session || !tenant) throw new HttpProblem('unauthorized', 'The page was open for too long; reload it.');
    c.set('tenant', tenant);
    c.set('session', session);
    return next();
  });

/** The nav-bar page: Zendesk opens it with a signed token, and it goes on with one of ours. */
export function pageRoutes(parts: PageParts) {
  const { tenants, store, sessions, files, appKey, originOf, publicUrl, changed } = parts;

  const fetchKey = rememberKeys(async ({ tenantId, installationId }) => {
    const tenant = await tenants.find(tenantId);
    return tenant ? tenant.account.fetchAppKey(installationId, publicUrl) : null;
  });
  const readKey = async (opened: Opened): Promise<string | null> => appKey ?? fetchKey(opened);

  /** Where Zendesk cannot be asked, the one that is known stays. */
  const isGone = async (tenantId: string, known: string): Promise<boolean> => {
    const installation = await (await tenants.find(tenantId))?.account.fetchInstallation(known).catch(() => undefined);
    return installation === null;
  };

  /** The account as its page is opened: it comes to be with that. */
  const enter = async ({ tenantId, installationId }: Opened): Promise<Tenant> => {
    if (tenants.sole !== null && tenants.sole !== tenantId) throw refuse();
    const isBack = await actFor(tenantId, async () => {
      const { state, installationId: known } = await store.openConnection(tenantId, installationId);
      const isKnown = known === installationId && state !== 'uninstalled';
      if (isKnown || (state === 'connected' && known !== null && !(await isGone(tenantId, known)))) return false;
      // It was installed again; the sidebar's secret went with the installation from before.
      const again = { installationId, sidebarSecrets: [] };
      const wasGone = state === 'uninstalled';
      await store.saveConnection(tenantId, wasGone ? { ...again, state: 'new' } : again);
      return wasGone;
    });
    tenants.changed(tenantId);
    const tenant = await tenants.find(tenantId);
    if (!tenant) throw refuse();
    if (isBack) changed(tenantId);
    return tenant;
  };

  const open = async (c: Context<Env>): Promise<Response> => {
    const page = files?.get('index.html');
    if (!page) throw new HttpProblem('unavailable', 'The page is not built on this backend: npm run build.');
    const { token = '' } = await readForm(c);
    const opened = await readZafToken(typeof token === 'string' ? token : '', readKey);
    if (!opened) throw refuse();
    const tenant = await enter(opened);
    c.set('tenant', tenant);
    const role = await actFor(tenant.id, () => roleOf(tenant, opened.userId));
    const since = Math.floor(Date.now() / 1000);
    const session = await toSession({ tenant: tenant.id, userId: opened.userId, role, since }, sessions);
    const text = new TextDecoder().decode(page.bytes);
    const meta = String(html`<meta name="triage-session" content="${JSON.stringify(session)}" />`);
    return c.html(
      text.replace(/<meta name="triage-session"[^>]*>/, () => meta),
      200,
      headersOf(originOf(tenant.id)),
    );
  };

  return new Hono<Env>()
    .post('/admin', refusedPlainly, limitForm, open)
    .get('/admin', PLAIN, () => {
      throw refuse();
    })
    .get('/admin/assets/:file', secureHeaders(), (c) => {
      const file = files?.get(`assets/${c.req.param('file')}`);
      if (!file) throw new HttpProblem('not_found', 'There is no such file.');
      return c.body(file.bytes, 200, {
        'Content-Type': file.type,
        'Cache-Control': `public, max-age=${YEAR_SECONDS}, immutable`,
      });
    })
    .use(sessionApi.renewSession.path, PLAIN, holdsSession(parts), limitRate(parts.requestsPerMinute))
    .post(sessionApi.renewSession.path, async (c) => {
      const { tenant, session } = c.var;
      const role = await actFor(tenant.id, () => roleOf(tenant, session.userId));
      return c.json(await toSession({ ...session, role }, sessions), 200, { 'Cache-Control': 'no-store' });
    });
}
