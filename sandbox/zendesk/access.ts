import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Account } from './account.ts';
import { AGENTS } from './directory.ts';
import { forbidden, unauthenticated } from './errors.ts';
import type { Ctx, Viewer, ZendeskEnv } from './http.ts';

export const SESSION_COOKIE = '_zendesk_shared_session';

/** Which scope a path needs, first match wins. What stands nowhere needs the general `read` or `write`. */
const RESOURCES: [path: RegExp, resource: string | null][] = [
  [/^\/api\/v2\/tickets\/\d+\/audits\b/, null],
  [/^\/api\/v2\/(tickets|incremental\/tickets|ticket_fields|satisfaction_ratings)\b/, 'tickets'],
  [/^\/api\/v2\/(users|groups|organizations)\b/, 'users'],
  [/^\/api\/v2\/help_center\b/, 'hc'],
  [/^\/api\/v2\/webhooks\b/, 'webhooks'],
  [/^\/api\/(v2\/apps|apps|support\/apps)\b/, 'apps'],
];
const ADMINS_ONLY =
  /^\/api\/(v2\/(incremental|satisfaction_ratings|webhooks|apps|agent_availabilities)|apps|support\/apps)\b/;
const PUBLIC = /^\/api\/v2\/help_center\//;

/** Bearer tokens with their scopes, or the session cookie from the workspace's own origin. */
export function access(account: Account) {
  return createMiddleware<ZendeskEnv>(async (c, next) => {
    const viewer = findViewer(account, c);
    if (viewer === null && !(PUBLIC.test(c.req.path) && c.req.header('authorization') === undefined))
      throw unauthenticated();
    if (viewer !== null) {
      checkScope(c, viewer);
      if (ADMINS_ONLY.test(c.req.path) && viewer.user.role !== 'admin') {
        throw forbidden(
          'You do not have access to this page. Please contact the account owner of this help desk for further help.',
        );
      }
      c.set('viewer', viewer);
    }
    await next();
  });
}

export function findViewer(account: Account, c: Ctx): Viewer | null {
  const authorization = c.req.header('authorization');
  if (authorization === undefined) return findSession(account, c);
  const token = account.state.tokens.find(({ access_token }) => authorization === `Bearer ${access_token}`);
  if (token === undefined || token.expires_at <= account.now().getTime()) return null;
  const user = account.state.users.find(({ id }) => id === token.user_id);
  return user ? { user, scopes: token.scopes } : null;
}

function findSession(account: Account, c: Ctx): Viewer | null {
  const origin = c.req.header('origin');
  if (origin !== undefined && URL.parse(origin)?.host !== c.req.header('host')) return null;
  const [user] = AGENTS;
  return user && getCookie(c, SESSION_COOKIE) === account.state.session ? { user, scopes: null } : null;
}

function checkScope(c: Ctx, { scopes }: Viewer): void {
  if (scopes === null) return;
  const verb = c.req.method === 'GET' || c.req.method === 'HEAD' ? 'read' : 'write';
  const resource = RESOURCES.find(([path]) => path.test(c.req.path))?.[1];
  const accepted = [verb, ...(resource ? [`${resource}:${verb}`] : [])];
  if (!scopes.some((scope) => accepted.includes(scope))) {
    throw forbidden(`You are missing the following required scopes: ${accepted.join(', ')}`);
  }
}
