import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerConsent, clientOf, createClock, openZendesk, signIn } from './test-client.ts';

type Pair = { access_token: string; refresh_token: string; expires_in: number };

describe('tokens', () => {
  it('are given to the client with the right secret only', async () => {
    await using account = await openZendesk();
    const grant = { grant_type: 'client_credentials', client_id: account.zendesk.oauth.clientId, scope: 'read' };
    expect((await account.anonymous('POST', '/oauth/tokens', { ...grant, client_secret: 'wrong' })).status).toBe(401);
    const right = { ...grant, client_secret: account.zendesk.oauth.clientSecret };
    expect(await account.anonymous('POST', '/oauth/tokens', right)).toMatchObject({
      status: 200,
      body: { token_type: 'bearer', scope: 'read', expires_in: expect.any(Number) },
    });
    expect((await account.anonymous('POST', '/oauth/tokens', { ...right, grant_type: 'password' })).status).toBe(400);
    expect((await account.anonymous('POST', '/oauth/tokens', { ...right, expires_in: 299 })).status).toBe(400);
  });

  it('stop working when they expire', async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now });
    expect((await account.api('GET', '/api/v2/users/me')).status).toBe(200);
    clock.pass(7_200_000);
    expect(await account.api('GET', '/api/v2/users/me')).toMatchObject({
      status: 401,
      body: { error: 'invalid_token' },
    });
  });

  it('open what their scopes name and nothing else', async () => {
    await using account = await openZendesk({ scope: 'tickets:read nonsense:read' });
    expect((await account.api('GET', '/api/v2/tickets/1001')).status).toBe(200);
    expect((await account.api('GET', '/api/v2/users/me')).status).toBe(403);
    expect((await account.api('GET', '/api/v2/help_center/articles')).status).toBe(403);
    expect((await account.api('PUT', '/api/v2/tickets/1001', { ticket: { priority: 'low' } })).status).toBe(403);
    expect(account.zendesk.readTicket(1001).priority).toBeNull();
  });

  it('are the only credentials: API tokens and no credentials at all are refused', async () => {
    await using account = await openZendesk();
    const basic = `Basic ${Buffer.from('admin@bookwren.example/token:abc').toString('base64')}`;
    expect((await account.anonymous('GET', '/api/v2/tickets', undefined, { authorization: basic })).status).toBe(401);
    expect((await account.anonymous('GET', '/api/v2/tickets')).status).toBe(401);
    expect(
      (await account.anonymous('GET', '/api/v2/tickets', undefined, { authorization: 'Bearer guess' })).status,
    ).toBe(401);
  });
});

describe('authorization code', () => {
  it('needs its verifier, works once, and a refresh deletes the pair before it', async () => {
    await using account = await openZendesk({ oauthRedirects: ['https://triage.example/callback'] });
    const { clientId: client_id, clientSecret: client_secret } = account.zendesk.oauth;
    const cookie = await signIn(account.zendesk);
    const code_verifier = 'a-long-and-random-verifier-of-43-characters';
    const redirect_uri = 'https://triage.example/callback';
    const query = new URLSearchParams({
      client_id,
      redirect_uri,
      response_type: 'code',
      scope: 'tickets:read',
      state: 'xyz',
      code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const authorize = async () => {
      const url = `${account.zendesk.url}/oauth/authorizations/new?${query}`;
      return (await answerConsent(url, cookie)).searchParams;
    };
    const exchange = (code: string | null, verifier: string) =>
      account.anonymous<Pair>('POST', '/oauth/tokens', {
        grant_type: 'authorization_code',
        client_id,
        client_secret,
        redirect_uri,
        code,
        code_verifier: verifier,
      });
    expect((await authorize()).get('state')).toBe('xyz');
    expect((await exchange((await authorize()).get('code'), 'another')).status).toBe(400);
    const code = (await authorize()).get('code');
    const first = await exchange(code, code_verifier);
    expect(first.status).toBe(200);
    expect((await exchange(code, code_verifier)).status).toBe(400);

    const refresh = (refresh_token: string) =>
      account.anonymous<Pair>('POST', '/oauth/tokens', {
        grant_type: 'refresh_token',
        client_id,
        client_secret,
        refresh_token,
      });
    const read = (token: string) =>
      clientOf(account.zendesk.url, { authorization: `Bearer ${token}` })('GET', '/api/v2/tickets/1001');
    const second = await refresh(first.body.refresh_token);
    expect((await read(first.body.access_token)).status).toBe(401);
    expect((await read(second.body.access_token)).status).toBe(200);
    expect((await refresh(first.body.refresh_token)).status).toBe(400);
  });
});

describe('roles', () => {
  it('keep agents from exports, ratings, webhooks and apps', async () => {
    await using account = await openZendesk();
    for (const path of [
      'incremental/tickets/cursor?start_time=1',
      'satisfaction_ratings',
      'webhooks',
      'apps/installations/1/requirements',
    ]) {
      expect((await account.agent('GET', `/api/v2/${path}`)).status).toBe(403);
    }
    expect((await account.agent('GET', '/api/v2/tickets/1001')).status).toBe(200);
  });

  it("let the agent's session in from its own origin only", async () => {
    await using account = await openZendesk();
    const change = { ticket: { priority: 'low' } };
    const foreign = { origin: account.zendesk.appUrl };
    expect((await account.agent('PUT', '/api/v2/tickets/1001', change, foreign)).status).toBe(401);
    expect((await account.agent('PUT', '/api/v2/tickets/1001', change, { origin: account.zendesk.url })).status).toBe(
      200,
    );
  });
});
