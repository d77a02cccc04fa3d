import { createHash, randomBytes } from 'node:crypto';
import type { ZendeskSandbox } from '../../sandbox/zendesk/start.ts';

const REDIRECT = 'http://127.0.0.1:9/connect/callback';

/** What a browser does: signs somebody in and answers the page behind an authorisation's address. Gives back where it leads. */
export async function answer(
  zendesk: ZendeskSandbox,
  authorizeUrl: string,
  as = 'admin',
  said = 'allow',
): Promise<URL> {
  const page = await fetch(`${zendesk.url}/agent?as=${as}`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const form = new URLSearchParams([...new URL(authorizeUrl).searchParams, ['answer', said]]);
  const answered = await fetch(`${zendesk.url}/oauth/authorizations`, {
    method: 'POST',
    headers: { cookie },
    body: form,
    redirect: 'manual',
  });
  return new URL(answered.headers.get('location') ?? '');
}

/** Tokens that an admin has allowed, as Zendesk issues them. */
export async function allowedTokens(zendesk: ZendeskSandbox, scopes: readonly string[] = ['read', 'write']) {
  const { clientId, clientSecret } = zendesk.globalOauth;
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URL('/oauth/authorizations/new', zendesk.url);
  asked.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: scopes.join(' '),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const code = (await answer(zendesk, asked.href)).searchParams.get('code');
  const granted = await fetch(`${zendesk.url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: REDIRECT,
      code_verifier: verifier,
    }),
  });
  const { access_token, refresh_token } = (await granted.json()) as { access_token: string; refresh_token: string };
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    endsAt: '2999-01-01T00:00:00Z',
    scopes: [...scopes],
  };
}
