import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createZendesk } from '../adapters/helpdesk/zendesk/create-zendesk.ts';
import type { Tenant } from '../ports/tenant.ts';
import { only } from '../test/tenant.ts';
import { createServer, type ServerParts } from './server.ts';

const SECRET = 'the-secret-of-this-webhook';
const BODY = JSON.stringify({ id: 'evt-1', type: 'zen:event-type:ticket.created', detail: { id: '77' }, event: {} });
const [SIGNATURE, TIMESTAMP] = ['x-zendesk-webhook-signature', 'x-zendesk-webhook-signature-timestamp'];

const sign = (timestamp: string, body: string | Uint8Array) =>
  createHmac('sha256', SECRET).update(timestamp).update(body).digest('base64');

describe('the webhook route', () => {
  let stored: string[];
  let server: ReturnType<typeof createServer>;
  let timestamp: string;
  beforeEach(() => {
    stored = [];
    timestamp = `${new Date().toISOString().slice(0, 19)}Z`;
    const helpdesk = createZendesk({
      ...{ baseUrl: 'https://account.example', clientId: 'a', clientSecret: 'b', teams: [], webhookSecrets: [SECRET] },
      fetch: async () => new Response(null, { status: 404 }),
    });
    const tenant = { id: 'a', helpdesk } as Tenant;
    server = createServer({
      ...{ log: () => {}, publicUrl: 'https://backend.example', adminToken: null, requestsPerMinute: 1_000 },
      tenants: only(tenant),
      store: {
        saveInboxEvent: async ({ ticketId }: { ticketId: string }) => {
          stored.push(ticketId);
          return true;
        },
      },
      queue: {},
    } as unknown as ServerParts);
  });
  afterEach(() => vi.restoreAllMocks());

  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    (await server.request('/webhooks/zendesk', { method: 'POST', body, headers })).status;
  const signed = (over: Record<string, string> = {}) => ({
    [SIGNATURE]: sign(timestamp, BODY),
    [TIMESTAMP]: timestamp,
    ...over,
  });
  /** Every value that differs from this one in a single bit. */
  const flipsOf = (value: string) =>
    Array.from({ length: 8 * value.length }, (_, bit) => {
      const flipped = Buffer.from(value, 'latin1');
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return flipped;
    });
  /** A header cannot hold a NUL or a line's end: an HTTP server ends such a request by itself. */
  const headersOf = (name: string, value: string) =>
    flipsOf(value)
      .map((flipped) => flipped.toString('latin1'))
      .filter((flipped) => !/[\0\r\n]/.test(flipped))
      .map((flipped) => signed({ [name]: flipped }));

  it('answers 401 to any flipped bit and to what is not signed: nothing is read, nothing stored', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    const statuses = new Set<number>();
    for (const flipped of flipsOf(BODY)) statuses.add(await post(new Uint8Array(flipped), signed()));
    for (const headers of [
      ...headersOf(SIGNATURE, sign(timestamp, BODY)),
      ...headersOf(TIMESTAMP, timestamp),
      { [TIMESTAMP]: timestamp },
      { [SIGNATURE]: sign(timestamp, BODY) },
      {},
    ])
      statuses.add(await post(BODY, headers));
    expect([...statuses]).toEqual([401]);
    const read = parse.mock.calls.map(([text]) => text);
    expect(read.filter((text) => text.length > BODY.length / 2)).toEqual([]);
    expect(stored).toEqual([]);
  });

  it('stores the delivery that is signed, and answers 400 to a signed one that names no ticket', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(await post(BODY, signed())).toBe(200);
    expect(parse.mock.calls.map(([text]) => text)).toContain(BODY);
    expect(await post('', signed({ [SIGNATURE]: sign(timestamp, '') }))).toBe(400);
    expect(stored).toEqual(['77']);
  });
});
