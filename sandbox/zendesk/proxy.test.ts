import { createHmac } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProxyAnswer } from './proxy.ts';
import { openReceiver } from './receiver.ts';
import { createClock, openZendesk } from './test-client.ts';

const SECRET = 'an-installation-secret';
const CLOCK = createClock('2026-03-02T09:00:00Z');

async function openProxy(domainWhitelist = ['localhost']) {
  const appDir = await mkdtemp(join(tmpdir(), 'app-'));
  const parameters = [
    { name: 'backend_url', type: 'url' },
    { name: 'shared_secret', type: 'text', secure: true, scopes: ['jwt_secret_key'] },
    { name: 'api_key', type: 'text', secure: true, scopes: ['header'] },
  ];
  await writeFile(join(appDir, 'manifest.json'), JSON.stringify({ name: 'Triage', parameters, domainWhitelist }));
  const settings = { backend_url: 'http://localhost:1', shared_secret: SECRET, api_key: 'the-key' };
  const account = await openZendesk({ appDir, settings, now: CLOCK.now });
  const receiver = await openReceiver(() => Response.json({ ok: 1 }, { status: 201, headers: { 'x-echo': 'yes' } }));
  return {
    ...account,
    receiver,
    ask: (options: object) =>
      account.agent<ProxyAnswer>('POST', '/sandbox/proxy', { url: `${receiver.url}/x`, ...options }),
    async [Symbol.asyncDispose]() {
      await account.zendesk.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString());

describe('the request proxy', () => {
  it('passes a request on and tells the whole answer', async () => {
    await using proxy = await openProxy([]);
    const headers = { 'X-Plain': '1', X_Dropped: '2' };
    const { status, body } = await proxy.ask({
      type: 'POST',
      headers,
      data: '{"a":1}',
      contentType: 'application/json',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 201,
      responseText: '{"ok":1}',
      responseJSON: { ok: 1 },
      responseHeaders: { 'x-echo': 'yes' },
    });
    const [sent] = proxy.receiver.received;
    expect(sent?.body).toBe('{"a":1}');
    expect(sent?.headers.get('content-type')).toBe('application/json');
    expect(sent?.headers.get('x-plain')).toBe('1');
    expect(sent?.headers.has('x_dropped')).toBe(false);
    expect(sent?.headers.has('cookie')).toBe(false);
  });

  it('signs a JWT with the secret that the browser never sees', async () => {
    await using proxy = await openProxy();
    const jwt = {
      algorithm: 'HS256',
      secret_key: '{{setting.shared_secret}}',
      expiry: 120,
      claims: { sub: '7', ticket_id: '1001' },
    };
    const { body } = await proxy.ask({ headers: { Authorization: 'Bearer {{jwt.token}}' }, jwt, secure: true });
    expect(body.status).toBe(201);
    const [head, payload, signature] =
      proxy.receiver.received[0]?.headers.get('authorization')?.slice('Bearer '.length).split('.') ?? [];
    expect(decode(head)).toEqual({ alg: 'HS256', typ: 'JWT' });
    const iat = CLOCK.now().getTime() / 1000;
    expect(decode(payload)).toEqual({ sub: '7', ticket_id: '1001', iat, exp: iat + 120 });
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${head}.${payload}`).digest('base64url'));
    expect(JSON.stringify(body)).not.toContain(SECRET);
    expect((await proxy.ask({ jwt: { ...jwt, algorithm: 'none' } })).status).toBe(400);
  });

  it('fills in a secure setting only when asked, and only where its scope allows', async () => {
    await using proxy = await openProxy();
    const headers = { 'X-Key': '{{setting.api_key}}' };
    await proxy.ask({ headers });
    await proxy.ask({ headers, secure: true });
    expect(proxy.receiver.received.map((one) => one.headers.get('x-key'))).toEqual(['{{setting.api_key}}', 'the-key']);
    const refused = [
      { secure: true, url: `${proxy.receiver.url}/?k={{setting.api_key}}` },
      { secure: true, type: 'POST', data: '{{setting.api_key}}' },
      { secure: true, headers: { 'X-Key': '{{setting.shared_secret}}' } },
      { secure: true, headers: { 'X-Key': '{{setting.backend_url}}' } },
      { secure: true, headers: { 'X-Key': '{{setting.unknown}}' } },
    ];
    for (const options of refused) expect((await proxy.ask(options)).status).toBe(400);
    expect(proxy.receiver.received).toHaveLength(2);
  });

  it('sends secrets to the listed domains only', async () => {
    await using proxy = await openProxy(['triage.example']);
    const { status, body } = await proxy.ask({ secure: true, headers: { 'X-Key': '{{setting.api_key}}' } });
    expect(status).toBe(403);
    expect(body.responseText).toContain('domainWhitelist');
    expect(proxy.receiver.received).toHaveLength(0);
  });

  it('speaks http only, names hosts that do not answer, and serves the signed-in agent', async () => {
    await using proxy = await openProxy();
    expect((await proxy.ask({ url: 'file:///etc/hostname' })).status).toBe(400);
    expect((await proxy.ask({ url: '/api/v2/tickets' })).status).toBe(400);
    const gone = await openReceiver();
    await gone[Symbol.asyncDispose]();
    expect((await proxy.ask({ url: gone.url })).status).toBe(502);
    expect((await proxy.ask({ type: 'POST', data: 'x'.repeat(2_000_001) })).status).toBe(413);
    expect((await proxy.api('POST', '/sandbox/proxy', { url: proxy.receiver.url })).status).toBe(401);
    expect((await proxy.anonymous('POST', '/sandbox/proxy', { url: proxy.receiver.url })).status).toBe(401);
  });
});
