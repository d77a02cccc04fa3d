import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Account } from './account.ts';
import { GLOBAL_CLIENT_ID } from './directory.ts';
import { forbidden, invalidToken, unauthenticated } from './errors.ts';
import type { Ctx, Viewer, ZendeskEnv } from './http.ts';
import { sessionCookie, userOfSession } from './sessions.ts';

/** Which scope a path needs, first match wins. What stands nowhere needs the general `read` or `write`. */
const RESOURCES: [path: RegExp, resource: string | null][] = [
  [/^\/api\/v2\/tickets\/\d+\/audits\b/, null],
  [/^\/api\/v2\/(tickets|incremental\/tickets|ticket_fields|satisfaction_ratings)\b/, 'tickets'],
  [/^\/api\/v2\/(users|groups|organizations)\b/, 'users'],
  [/^\/api\/v2\/help_center\b/, 'hc'],
  [/^\/api\/v2\/webhooks\b/, 'webhooks'],
  [/^\/api\/v2\/triggers\b/, 'triggers'],
  [/^\/api\/(v2\/apps|apps|support\/apps)\b/, 'apps'],
];
const ADMINS_ONLY =
  /^\/api\/(v2\/(incremental|satisfaction_ratings|webhooks|apps|agent_availabilities)|apps|support\/apps)\b/;
/** Agents read these. */
const ADMINS_WRITE = /^\/api\/v2\/(ticket_fields|groups|triggers)\b/;
const PUBLIC = /^\/api\/v2\/help_center\//;
/** Whatever a token is for, it may look at itself and end itself. */
const OWN_TOKEN = '/api/v2/oauth/tokens/current';

/** Bearer tokens with their scopes, or the session cookie from the workspace's own origin. */
export function access(account: Account) {
  return createMiddleware<ZendeskEnv>(async (c, next) => {
    const viewer = findViewer(account, c);
    if (viewer === null) {
      if (c.req.header('authorization')?.startsWith('Bearer ')) throw invalidToken();
      if (!PUBLIC.test(c.req.path) || c.req.header('authorization') !== undefined) throw unauthenticated();
      return next();
    }
    c.set('viewer', viewer);
    c.set('client', viewer.token === null ? 'session' : clientOf(viewer));
    checkMarketplace(account, c, viewer);
    if (c.req.path !== OWN_TOKEN) checkRights(c, viewer);
    await next();
  });
}

const reads = (c: Ctx) => c.req.method === 'GET' || c.req.method === 'HEAD';
const clientOf = ({ token }: Viewer): string => token?.client_id ?? 'unknown';

export function findViewer(account: Account, c: Ctx): Viewer | null {
  const authorization = c.req.header('authorization');
  if (authorization === undefined) return findSession(account, c);
  const token = account.state.tokens.find(({ access_token }) => authorization === `Bearer ${access_token}`);
  if (token === undefined || token.expires_at <= account.now().getTime()) return null;
  const user = account.state.users.find(({ id }) => id === token.user_id);
  return user ? { user, scopes: token.scopes, token } : null;
}

function findSession({ state }: Account, c: Ctx): Viewer | null {
  const origin = c.req.header('origin');
  if (origin !== undefined && URL.parse(origin)?.host !== c.req.header('host')) return null;
  const user = userOfSession(state, getCookie(c, sessionCookie(state)));
  return user && { user, scopes: null, token: null };
}

function checkRights(c: Ctx, viewer: Viewer): void {
  checkScope(c, viewer);
  const closed = ADMINS_ONLY.test(c.req.path) || (!reads(c) && ADMINS_WRITE.test(c.req.path));
  if (closed && viewer.user.role !== 'admin') {
    throw forbidden(
      'You do not have access to this page. Please contact the account owner of this help desk for further help.',
    );
  }
}

function checkScope(c: Ctx, { scopes }: Viewer): void {
  if (scopes === null) return;
  const verb = reads(c) ? 'read' : 'write';
  const resource = RESOURCES.find(([path]) => path.test(c.req.path))?.[1];
  const accepted = [verb, ...(resource ? [`${resource}:${verb}`] : [])];
  if (!scopes.some((scope) => accepted.includes(scope))) {
    throw forbidden(`You are missing the following required scopes: ${accepted.join(', ')}`);
  }
}

/** Calls of the Marketplace's own client have to say which app makes them. */
function checkMarketplace({ marketplace }: Account, c: Ctx, viewer: Viewer): void {
  if (marketplace === null || clientOf(viewer) !== GLOBAL_CLIENT_ID) return;
  const { name, organizationId, appId } = marketplace;
  const wanted = { Name: name, 'Organization-Id': organizationId, 'App-Id': appId };
  const missing = Object.entries(wanted).filter(
    ([key, value]) => c.req.header(`X-Zendesk-Marketplace-${key}`) !== value,
  );
  c.set('marketplace', missing.length === 0);
  if (missing.length > 0)
    throw forbidden(`Missing or wrong: ${missing.map(([key]) => `X-Zendesk-Marketplace-${key}`).join(', ')}`);
}
