import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEgress, type EgressRules, type Resolve } from './create-fetch.ts';
import { addressIn, isPublic } from './is-public.ts';

const PRIVATE = [
  ...['127.0.0.1', '127.255.0.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', 'fec0::1', '::7f00:1', '::ffff:10.0.0.1'],
  ...['::ffff:a9fe:a9fe', '64:ff9b::a00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:1::1', '::ffff:0:7f00:1', '::2'],
];
const answering =
  (...addresses: string[]): Resolve =>
  (_, answer) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

async function ask(url: string, over: Partial<EgressRules> = {}) {
  const refused: string[] = [];
  const onRefused = (host: string, why: string) => void refused.push(`${why} ${host}`);
  const { fetch, close } = createEgress({ hosts: [], origins: [], onRefused, ...over });
  const outcome = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.status,
    (error) => (error.name === 'OutsideError' ? `${error.party} ${error.code}` : error.name),
  );
  await close();
  return { outcome, refused };
}

describe('what may be asked', () => {
  let server: Server;
  let origin: string;
  const seen: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(request.url === '/away' ? 302 : 200, { location: 'https://elsewhere.example/' }).end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ['https://evil.example/', 'host evil.example'],
    ['https://api.example.evil.example/', 'host api.example.evil.example'],
    ['https://example.com/', 'host example.com'],
    ['https://notexample.com/', 'host notexample.com'],
    ['https://api.example:8443/', 'host api.example'],
    ['https://user:word@api.example/', 'host api.example'],
    ['http://api.example/', 'scheme api.example'],
    ['ftp://api.example/', 'scheme api.example'],
  ])('refuses %s', async (url, refused) => {
    expect(await ask(url, { hosts: ['api.example', '*.example.com'] })).toEqual({
      outcome: 'egress forbidden',
      refused: [refused],
    });
  });

  it.each(PRIVATE)('refuses a listed name that leads to %s, alone or beside a public address', async (address) => {
    const hosts = ['api.example'];
    const refusal = { outcome: 'egress forbidden', refused: ['address api.example'] };
    expect(await ask('https://api.example/', { hosts, resolve: answering(address) })).toEqual(refusal);
    expect(await ask('https://api.example/', { hosts, resolve: answering('192.88.98.1', address) })).toEqual(refusal);
  });

  it('asks what the operator has configured, wherever it leads, and nothing else there', async () => {
    expect((await ask(`${origin}/here`, { origins: [`${origin}/v1`] })).outcome).toBe(200);
    const port = Number(new URL(origin).port);
    for (const url of [`https://localhost:${port}/`, `http://127.0.0.1:${port}/`, 'http://localhost/'])
      expect((await ask(url, { origins: [origin] })).outcome).toBe('egress forbidden');
    expect(seen).toEqual(['/here']);
  });

  it('follows no redirect, and shows one to who asks for it', async () => {
    expect((await ask(`${origin}/away`, { origins: [origin] })).outcome).toBe('TypeError');
    const { fetch, close } = createEgress({ hosts: ['elsewhere.example'], origins: [origin] });
    expect((await fetch(`${origin}/away`, { redirect: 'manual' })).headers.get('location')).toContain('elsewhere');
    await close();
  });

  it('carries a request of the platform with its body', async () => {
    const { fetch, close } = createEgress({ hosts: [], origins: [origin] });
    const answer = await fetch(new Request(`${origin}/posted`, { method: 'POST', body: 'x', headers: { a: 'b' } }));
    expect(await answer.text()).toBe('ok');
    await close();
  });
});

describe('addresses', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const forms = (bytes: number[]): string[] => {
    const whole = bytes.reduce((sum, part) => sum * 256 + part, 0);
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    const hex = (part: number) => part.toString(16);
    return [
      bytes.join('.'),
      String(whole),
      `0x${hex(whole)}`,
      `0${whole.toString(8)}`,
      bytes.map((part) => `0x${hex(part)}`).join('.'),
      bytes.map((part) => `0${part.toString(8)}`).join('.'),
      `${a}.${b}.${c * 256 + d}`,
      `${a}.${(b * 256 + c) * 256 + d}`,
      `[::ffff:${bytes.join('.')}]`,
      `[::ffff:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
    ];
  };
  const PRIVATE_BYTES = fc.oneof(
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  );

  it('are known in every form that a URL takes them in', () => {
    fc.assert(
      fc.property(PRIVATE_BYTES, (bytes) => {
        for (const form of forms(bytes)) {
          const address = addressIn(new URL(`https://${form}/`).hostname);
          expect([form, address !== null && !isPublic(address)]).toEqual([form, true]);
        }
      }),
    );
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), (rest) => {
        for (const form of forms([8, ...rest]))
          expect(isPublic(addressIn(new URL(`https://${form}/`).hostname) ?? '')).toBe(true);
      }),
    );
  });

  it.each(PRIVATE)('%s is not public, also where it stands in a URL', async (address) => {
    expect(isPublic(address)).toBe(false);
    const url = new URL(`https://${address.includes(':') ? `[${address}]` : address}/`);
    expect((await ask(url.href, { hosts: [url.hostname] })).outcome).toBe('egress forbidden');
  });

  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '2a00:1450:4001::1'])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it('takes no name for an address', () => {
    for (const name of ['api.example', 'localhost', '1.example', '']) expect(addressIn(name)).toBeNull();
    expect(isPublic('api.example')).toBe(false);
  });
});
