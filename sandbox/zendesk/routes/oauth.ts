import { Hono } from 'hono';
import { findViewer } from '../access.ts';
import type { Account } from '../account.ts';
import { consentPage } from '../consent-page.ts';
import { unauthenticated } from '../errors.ts';
import { type Ctx, readJson, type ZendeskEnv } from '../http.ts';
import type { Authorization, OAuth } from '../oauth.ts';
import type { Token, User } from '../state.ts';

export function oauthRoutes(account: Account, oauth: OAuth) {
  return new Hono<ZendeskEnv>()
    .post('/tokens', async (c) => {
      const token = oauth.grantToken(await readJson(c));
      account.touched();
      c.set('client', token.client_id);
      return c.json(viewGrant(token, account.now().getTime()), 200, { 'Cache-Control': 'no-store' });
    })
    .get('/authorizations/new', (c) => {
      const user = signedIn(account, c);
      const query = c.req.query();
      return c.html(consentPage(oauth.readAuthorization(query), user, query), 200, {
        'Cache-Control': 'no-store',
        'X-Frame-Options': 'DENY',
      });
    })
    .post('/authorizations', async (c) => {
      const user = signedIn(account, c);
      const form = Object.entries(await c.req.parseBody());
      const { answer, ...query } = Object.fromEntries(form.map(([name, value]) => [name, String(value)]));
      const authorization = oauth.readAuthorization(query);
      const outcome =
        answer === 'allow' ? { code: oauth.grantCode(authorization, user.id) } : { error: 'access_denied' };
      return c.redirect(answerTo(authorization, outcome), 302);
    });
}

/** Only the page itself may answer: a form of another origin finds nobody signed in. */
function signedIn(account: Account, c: Ctx): User {
  const viewer = findViewer(account, c);
  if (viewer === null || viewer.token !== null) throw unauthenticated();
  return viewer.user;
}

function answerTo({ redirectUri, state }: Authorization, outcome: Record<string, string>): string {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(outcome)) target.searchParams.set(name, value);
  if (outcome.error)
    target.searchParams.set('error_description', 'The end-user or authorization server denied the request.');
  if (state !== null) target.searchParams.set('state', state);
  return target.href;
}

function viewGrant({ access_token, refresh_token, scopes, expires_at, refresh_expires_at }: Token, at: number) {
  const seconds = (until: number) => Math.round((until - at) / 1000);
  return {
    access_token,
    token_type: 'bearer',
    scope: scopes.join(' '),
    expires_in: seconds(expires_at),
    ...(refresh_token !== null && { refresh_token, refresh_token_expires_in: seconds(refresh_expires_at) }),
  };
}
