import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../../../sandbox/zendesk/start.ts';
import type { Helpdesk } from '../../../ports/helpdesk.ts';
import type { Attachment } from '../../../ports/ticket.ts';
import { createZendesk } from './create-zendesk.ts';
import { fetchAttachment } from './fetch-attachment.ts';

const MAX = 100_000;
const LOG = 'line one\nline two\n';

/** A server that answers as a test wants and remembers the headers that it was sent. */
async function serve(listener: RequestListener) {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url, seen, [Symbol.asyncDispose]: close };
}

const from = (
  baseUrl: string,
  path = '/attachments/token/x',
  options: { maxBytes?: number; signal?: AbortSignal } = {},
) =>
  fetchAttachment(
    { baseUrl, fetch, readToken: async () => 'secret' },
    { url: URL.parse(path, baseUrl)?.href ?? path, maxBytes: options.maxBytes ?? MAX, signal: options.signal },
  );

describe('an attachment in Zendesk', () => {
  let sandbox: ZendeskSandbox;
  let zendesk: Helpdesk;
  let files: Attachment[];
  let time = Date.now();
  beforeAll(async () => {
    sandbox = await startZendesk({ seed: { tickets: [], solved: [], articles: [] }, now: () => new Date(time) });
    const { clientId, clientSecret } = sandbox.oauth;
    zendesk = createZendesk({ baseUrl: sandbox.url, clientId, clientSecret, webhookSecrets: [], fetch });
    const { id } = sandbox.createTicket({
      subject: 'It broke',
      text: 'See the files.',
      attachments: [
        { name: 'a log.txt', contentType: 'text/plain', text: LOG },
        { name: 'screen.png', contentType: 'image/png' },
      ],
    });
    files = (await zendesk.fetchTicket(String(id)))?.comments[0]?.attachments ?? [];
  });
  afterAll(() => sandbox.close());

  it('is named on the ticket with its address and its true size', () => {
    expect(files).toEqual([
      { name: 'a log.txt', contentType: 'text/plain', size: LOG.length, url: expect.any(String), inline: false },
      {
        name: 'screen.png',
        contentType: 'image/png',
        size: expect.any(Number),
        url: expect.any(String),
        inline: false,
      },
    ]);
  });

  it('is read with our token, and behind the redirect without it, or the storage would refuse', async () => {
    const bytes = await zendesk.fetchAttachment(files[0]?.url ?? '', MAX);
    expect(new TextDecoder().decode(bytes as Uint8Array)).toBe(LOG);
    const direct = await fetch(files[0]?.url ?? '', { redirect: 'manual' });
    expect(direct.status).toBe(401);
    const picture = (await zendesk.fetchAttachment(files[1]?.url ?? '', MAX)) as Uint8Array;
    expect(picture).toHaveLength(files[1]?.size ?? 0);
  });

  it('is refused by its size, without the announced length being asked', async () => {
    expect(await zendesk.fetchAttachment(files[0]?.url ?? '', LOG.length)).toBeInstanceOf(Uint8Array);
    expect(await zendesk.fetchAttachment(files[0]?.url ?? '', LOG.length - 1)).toBe('too_large');
  });

  it('is gone when it was deleted, or when its temporary address has ended', async () => {
    expect(await zendesk.fetchAttachment(`${sandbox.url}/attachments/token/77/`, MAX)).toBe('gone');
    const late: typeof fetch = async (url, init) => {
      if (String(url).includes('/temporary/')) time += 3_600_000;
      return fetch(url, init);
    };
    const readToken = async () => 'never asked';
    const source = { baseUrl: sandbox.url, fetch: late, readToken };
    const wanted = { url: files[0]?.url ?? '', maxBytes: MAX, signal: undefined };
    expect(await fetchAttachment(source, wanted)).toBe('not_allowed');
    const { clientId, clientSecret } = sandbox.oauth;
    const slow = createZendesk({
      baseUrl: sandbox.url,
      clientId,
      clientSecret,
      webhookSecrets: [],
      fetch: late,
    });
    expect(await slow.fetchAttachment(wanted.url, MAX)).toBe('gone');
  });

  it('cannot lead to the rest of the account', async () => {
    for (const path of [
      '/api/v2/users/me.json',
      '/attachments/../api/v2/users.json',
      '/attachments/%2e%2e/api/v2/users',
    ])
      expect(await zendesk.fetchAttachment(sandbox.url + path, MAX)).toBe('not_allowed');
  });
});

describe('an address that a stranger wrote', () => {
  it('is not asked when it is on another host, unsafe or no address', async () => {
    await using other = await serve((_, response) => response.end('hello'));
    const port = new URL(other.url).port;
    for (const url of [
      `${other.url}/attachments/token/x`,
      `http://127.0.0.1:${port}/attachments/x`,
      'http://acme.zendesk.com/attachments/x',
      'https://acme.zendesk.com:8443/attachments/x',
      'https://me:pw@acme.zendesk.com/attachments/x',
      'https://acme.zendesk.com.evil.example/attachments/x',
      'https://p1.zdusercontent.com/attachments/x',
      'file:///etc/passwd',
      'data:text/plain,hello',
      'no address',
      '',
    ])
      expect(await from('https://acme.zendesk.com', url), url).toBe('not_allowed');
    expect(other.seen).toEqual([]);
  });

  it('is not asked over plain http when the account is elsewhere than on this machine', async () => {
    expect(await from('http://acme.zendesk.com', '/attachments/x')).toBe('not_allowed');
  });

  it('does not follow to another host, and never shows it the token', async () => {
    await using other = await serve((_, response) => response.end('hello'));
    await using account = await serve((_, response) => response.writeHead(302, { location: `${other.url}/x` }).end());
    expect(await from(account.url)).toBe('not_allowed');
    expect(other.seen).toEqual([]);
    expect(account.seen[0]?.authorization).toBe('Bearer secret');
  });

  it.each([
    ['https://p17.zdusercontent.com/a/b?token=1', true],
    ['http://p17.zdusercontent.com/a', false],
    ['https://zdusercontent.com.evil.example/a', false],
    ['https://evilzdusercontent.com/a', false],
    ['https://p17.zdusercontent.com:444/a', false],
    ['https://169.254.169.254/latest', false],
    ['//evil.example/attachments/x', false],
  ])('follows to %s: %s', async (location, allowed) => {
    const asked: { url: string; authorization: string | null }[] = [];
    const network: typeof fetch = async (url, init) => {
      asked.push({ url: String(url), authorization: new Headers(init?.headers).get('authorization') });
      return asked.length === 1 ? new Response(null, { status: 302, headers: { location } }) : new Response('body');
    };
    const source = { baseUrl: 'https://acme.zendesk.com', fetch: network, readToken: async () => 'secret' };
    const wanted = { url: 'https://acme.zendesk.com/attachments/token/x/', maxBytes: MAX, signal: undefined };
    const answer = await fetchAttachment(source, wanted);
    if (allowed) expect(new TextDecoder().decode(answer as Uint8Array)).toBe('body');
    else expect(answer).toBe('not_allowed');
    expect(asked.slice(1)).toEqual(allowed ? [{ url: location, authorization: null }] : []);
  });

  it('stops after two redirects', async () => {
    await using account = await serve((_, response) =>
      response.writeHead(302, { location: '/attachments/again' }).end(),
    );
    expect(await from(account.url)).toBe('not_allowed');
    expect(account.seen.map(({ authorization }) => authorization)).toEqual(['Bearer secret', undefined, undefined]);
  });

  it('may send without end: it is read up to the cap', async () => {
    let open = 0;
    await using account = await serve((request, response) => {
      open += 1;
      request.socket.once('close', () => (open -= 1));
      const write = () => {
        while (response.write(Buffer.alloc(65_536)));
        response.once('drain', write);
      };
      write();
    });
    expect(await from(account.url)).toBe('too_large');
    await expect.poll(() => open).toBe(0);
  });

  it('may lie about its length or inflate', async () => {
    const { gzipSync } = await import('node:zlib');
    await using account = await serve((request, response) => {
      if (request.url?.endsWith('long')) response.writeHead(200, { 'content-length': '9000000' }).write('short');
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    });
    expect(await from(account.url, '/attachments/long')).toBe('too_large');
    expect(await from(account.url, '/attachments/gzip')).toBe('too_large');
  });

  it('may never answer, break off or answer nonsense', async () => {
    await using account = await serve((request, response) => {
      if (request.url?.endsWith('slow')) response.write('a');
      if (request.url?.endsWith('cut'))
        response.writeHead(200, { 'content-length': '90' }).write('a', () => response.destroy());
      if (request.url?.endsWith('500')) response.writeHead(500).end();
      if (request.url?.endsWith('410')) response.writeHead(410).end();
      if (request.url?.endsWith('nowhere')) response.writeHead(302).end();
    });
    const stop = new AbortController();
    const slow = from(account.url, '/attachments/slow', { signal: stop.signal });
    await expect.poll(() => account.seen.length).toBe(1);
    stop.abort();
    expect(await slow).toBe('unreachable');
    expect(await from(account.url, '/attachments/cut')).toBe('unreachable');
    expect(await from(account.url, '/attachments/500')).toBe('unreachable');
    expect(await from(account.url, '/attachments/nowhere')).toBe('unreachable');
    expect(await from(account.url, '/attachments/410')).toBe('gone');
    expect(await from('http://localhost:1')).toBe('unreachable');
  });
});
