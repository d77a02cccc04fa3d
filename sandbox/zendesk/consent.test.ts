import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ZendeskSandbox } from './start.ts';
import { answerConsent, clientOf, openZendesk, signIn } from './test-client.ts';

const VERIFIER = 'a-long-and-random-verifier-of-43-characters';
const REDIRECT = 'http://localhost:8787/connect/callback';
const MARKETPLACE = { name: 'Ticket Triage', organizationId: '77', appId: '1084321' };

function authorizeUrl({ url, globalOauth }: ZendeskSandbox, change: Record<string, string | null> = {}): string {
  const query = {
    client_id: globalOauth.clientId,
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'users:read webhooks:write',
    state: 'xyz',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  };
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  return `${url}/oauth/authorizations/new?${new URLSearchParams(given)}`;
}

async function exchange({ url, globalOauth }: ZendeskSandbox, code: string | null, code_verifier = VERIFIER) {
  const { clientId: client_id, clientSecret: client_secret } = globalOauth;
  const grant = { grant_type: 'authorization_code', client_id, client_secret, redirect_uri: REDIRECT };
  const answer = await clientOf(url, {})('POST', '/oauth/tokens', { ...grant, code, code_verifier });
  return { status: answer.status, body: answer.body as { access_token: string; refresh_token: string } };
}

async function connect(zendesk: ZendeskSandbox, as = 'admin') {
  const back = await answerConsent(authorizeUrl(zendesk), await signIn(zendesk, as));
  const { body } = await exchange(zendesk, back.searchParams.get('code'));
  return { token: body.access_token, api: clientOf(zendesk.url, { authorization: `Bearer ${body.access_token}` }) };
}

describe('the consent page', () => {
  it('asks the person who is signed in, in words, and is for nobody else', async () => {
    await using account = await openZendesk();
    const page = await account.admin<string>('GET', authorizeUrl(account.zendesk).slice(account.zendesk.url.length));
    expect(page.body).toContain('Ingrid Solberg');
    expect(page.body).toContain('Read users, groups and organizations');
    expect(page.body).toContain('Change webhooks');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect((await fetch(authorizeUrl(account.zendesk))).status).toBe(401);
  });

  it('sends back with an error what is denied', async () => {
    await using account = await openZendesk();
    const { zendesk } = account;
    const back = await answerConsent(authorizeUrl(zendesk), await signIn(zendesk, 'admin'), 'deny');
    expect(back.origin + back.pathname).toBe(REDIRECT);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: 'access_denied', state: 'xyz' });
    expect(back.searchParams.has('code')).toBe(false);
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['an address that is not registered', { redirect_uri: 'https://evil.example/connect/callback' }],
    ['an address that only begins like one', { redirect_uri: 'http://localhost.evil.example/' }],
    ['another response type', { response_type: 'token' }],
    ['the global client without PKCE', { code_challenge: null, code_challenge_method: null }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
  ])('refuses %s before anybody is asked', async (_, change) => {
    await using account = await openZendesk();
    const cookie = await signIn(account.zendesk, 'admin');
    const page = await fetch(authorizeUrl(account.zendesk, change), { headers: { cookie }, redirect: 'manual' });
    expect(page.status).toBe(400);
    const form = new URLSearchParams([
      ...new URL(authorizeUrl(account.zendesk, change)).searchParams,
      ['answer', 'allow'],
    ]);
    const { url } = account.zendesk;
    const posted = await fetch(`${url}/oauth/authorizations`, {
      method: 'POST',
      headers: { cookie },
      body: form,
      redirect: 'manual',
    });
    expect(posted.status).toBe(400);
  });

  it('takes no answer from a form of another origin', async () => {
    await using account = await openZendesk();
    const { zendesk } = account;
    const headers = { cookie: await signIn(zendesk, 'admin'), origin: 'http://localhost:1' };
    const body = new URLSearchParams([...new URL(authorizeUrl(zendesk)).searchParams, ['answer', 'allow']]);
    const answer = await fetch(`${zendesk.url}/oauth/authorizations`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    expect(answer.status).toBe(401);
  });
});

describe('the global client', () => {
  it('acts as whoever allowed it', async () => {
    await using account = await openZendesk();
    const { zendesk } = account;
    const admin = await connect(zendesk);
    expect((await admin.api('GET', '/api/v2/users/me')).body).toMatchObject({
      user: { id: zendesk.adminId, role: 'admin' },
    });
    const agent = await connect(zendesk, 'nora');
    expect((await agent.api('GET', '/api/v2/users/me')).body).toMatchObject({ user: { role: 'agent' } });
    const webhook = {
      name: 'x',
      status: 'active',
      endpoint: 'http://localhost:1/',
      http_method: 'POST',
      request_format: 'json',
    };
    expect((await agent.api('POST', '/api/v2/webhooks', { webhook })).status).toBe(403);
    expect((await admin.api('POST', '/api/v2/webhooks', { webhook })).status).toBe(201);
  });

  it('needs the verifier, and has no credentials of its own', async () => {
    await using account = await openZendesk();
    const { zendesk } = account;
    const back = await answerConsent(authorizeUrl(zendesk), await signIn(zendesk, 'admin'));
    expect((await exchange(zendesk, back.searchParams.get('code'), 'guess')).status).toBe(400);
    const { clientId: client_id, clientSecret: client_secret } = zendesk.globalOauth;
    const own = { grant_type: 'client_credentials', client_id, client_secret };
    expect((await clientOf(zendesk.url, {})('POST', '/oauth/tokens', own)).status).toBe(400);
  });

  it('has one secret for all accounts, and its tokens open one account only', async () => {
    await using first = await openZendesk();
    await using second = await openZendesk({ subdomain: 'other' });
    expect(second.zendesk.globalOauth).toEqual(first.zendesk.globalOauth);
    expect(second.zendesk.accountId).not.toBe(first.zendesk.accountId);
    const { token } = await connect(first.zendesk);
    const foreign = clientOf(second.zendesk.url, { authorization: `Bearer ${token}` });
    expect((await foreign('GET', '/api/v2/users/me')).status).toBe(401);
  });

  it('has to name the Marketplace app where the account demands it', async () => {
    await using account = await openZendesk({ marketplace: MARKETPLACE });
    const { zendesk, api } = account;
    const { token } = await connect(zendesk);
    const call = (headers: Record<string, string>) =>
      clientOf(zendesk.url, { authorization: `Bearer ${token}` })('GET', '/api/v2/users/me', undefined, headers);
    const named = {
      'X-Zendesk-Marketplace-Name': MARKETPLACE.name,
      'X-Zendesk-Marketplace-Organization-Id': MARKETPLACE.organizationId,
      'X-Zendesk-Marketplace-App-Id': MARKETPLACE.appId,
    };
    expect((await call({})).status).toBe(403);
    expect((await call({ ...named, 'X-Zendesk-Marketplace-App-Id': '1' })).status).toBe(403);
    expect((await call(named)).status).toBe(200);
    expect((await api('GET', '/api/v2/users/me')).status).toBe(200);
    const seen = zendesk.requestsSeen.filter(({ client }) => client === zendesk.globalOauth.clientId);
    expect(seen.filter(({ path }) => path === '/api/v2/users/me').map(({ marketplace }) => marketplace)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('tokens', () => {
  it('tell of themselves and end themselves, with what would renew them', async () => {
    await using account = await openZendesk();
    const { zendesk } = account;
    const back = await answerConsent(authorizeUrl(zendesk), await signIn(zendesk, 'admin'));
    const { body } = await exchange(zendesk, back.searchParams.get('code'));
    const api = clientOf(zendesk.url, { authorization: `Bearer ${body.access_token}` });
    const current = await api('GET', '/api/v2/oauth/tokens/current.json');
    expect(current.body).toMatchObject({
      token: { user_id: zendesk.adminId, scopes: ['users:read', 'webhooks:write'] },
    });
    expect(JSON.stringify(current.body)).not.toContain(body.access_token);
    expect((await api('DELETE', '/api/v2/oauth/tokens/current.json')).status).toBe(204);
    expect(await api('GET', '/api/v2/users/me')).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    const { clientId: client_id, clientSecret: client_secret } = zendesk.globalOauth;
    const renewal = { grant_type: 'refresh_token', client_id, client_secret, refresh_token: body.refresh_token };
    expect((await clientOf(zendesk.url, {})('POST', '/oauth/tokens', renewal)).status).toBe(400);
  });

  it('end and narrow when an admin wants it', async () => {
    await using account = await openZendesk();
    const { zendesk } = account;
    const { api } = await connect(zendesk);
    expect((await api('GET', '/api/v2/groups')).status).toBe(200);
    zendesk.narrowScopes(['tickets:read']);
    expect((await api('GET', '/api/v2/groups')).status).toBe(403);
    const later = await connect(zendesk);
    expect((await later.api('GET', '/api/v2/groups')).status).toBe(403);
    expect((await later.api('GET', '/api/v2/tickets')).status).toBe(200);
    zendesk.revokeTokens();
    expect((await later.api('GET', '/api/v2/tickets')).status).toBe(401);
  });
});
