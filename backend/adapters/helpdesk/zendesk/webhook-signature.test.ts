import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseWebhook } from './parse-webhook.ts';

const SECRET = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const NEXT = 'the-secret-after-it';
const AT = '2026-11-27T14:00:00Z';
const BODY = JSON.stringify({
  id: 'evt-1',
  type: 'zen:event-type:ticket.comment_added',
  detail: { id: '77', actor_id: '5' },
  event: { comment: { body: 'Größe 漢字 🎟️' } },
});
const SIGNATURE = 'x-zendesk-webhook-signature';
const TIMESTAMP = 'x-zendesk-webhook-signature-timestamp';
/** Zendesk's documentation ("Verifying webhooks"); the signature was computed with its formula. */
const EXAMPLE = {
  secret: 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==',
  timestamp: '2026-07-22T10:00:00Z',
  body: '{"ticket_id":"1"}',
  signature: 'q7S7xB5I0HZ0YEz8i4hhlLu2tbdF/ZDCUIGy9wiUkBA=',
};

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const sign = (timestamp: string, body: string | Uint8Array, secret = SECRET): string =>
  createHmac('sha256', secret).update(timestamp).update(body).digest('base64');

type Given = { signature?: string | null; timestamp?: string | null; body?: string | Uint8Array; now?: string };

/** A delivery that is right but for what is given. */
const check = (given: Given = {}, secrets: string[] = [SECRET]) => {
  const { timestamp = AT, body = BODY, now = AT } = given;
  const { signature = sign(timestamp ?? '', body) } = given;
  const headers = new Headers();
  if (signature !== null) headers.set(SIGNATURE, signature);
  if (timestamp !== null) headers.set(TIMESTAMP, timestamp);
  const raw = typeof body === 'string' ? bytes(body) : body;
  return parseWebhook({ headers, body: raw, now: new Date(now) }, secrets);
};
const REFUSED = { refused: expect.stringMatching(/^(no_signature|bad_timestamp|bad_signature)$/) };
const ACCEPTED = { ticketId: '77' };

const flip = (raw: Uint8Array, bit: number): Uint8Array<ArrayBuffer> => {
  const flipped = new Uint8Array(raw);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
};
const latin1 = (raw: Uint8Array): string => Buffer.from(raw).toString('latin1');
/** A header cannot hold these at all: an HTTP server ends such a request by itself. */
const isSendable = (value: string): boolean => !/[\0\r\n]/.test(value);
const bits = (raw: string | Uint8Array): number[] =>
  Array.from({ length: 8 * (typeof raw === 'string' ? bytes(raw) : raw).length }, (_, bit) => bit);

afterEach(() => vi.restoreAllMocks());

describe("a delivery's signature, by the cases of Standard Webhooks", () => {
  it('holds when it is right', () => {
    expect(check()).toMatchObject(ACCEPTED);
  });

  it.each<[string, Given]>([
    ['without a timestamp', { timestamp: null }],
    ['with a timestamp that is none', { timestamp: 'hello', signature: sign('hello', BODY) }],
    ['with a timestamp in seconds', { timestamp: '1795788000', signature: sign('1795788000', BODY) }],
    ['without a signature', { signature: null }],
    ['with an empty signature', { signature: '' }],
    ['with a signature that is none', { signature: 'dawfeoifkpqwoekfpqoekf' }],
    ['with a part of the signature', { signature: sign(AT, BODY).slice(0, 8) }],
    ['with a signature and more', { signature: `${sign(AT, BODY)}A` }],
    ['with a version before the signature', { signature: `v1,${sign(AT, BODY)}` }],
    ['with the right signature among wrong ones', { signature: `${sign(AT, 'other')} ${sign(AT, BODY)}` }],
    ['with the header twice', { signature: `${sign(AT, BODY)}, ${sign(AT, BODY)}` }],
    ['with a signature over the body alone', { signature: sign('', BODY) }],
    ['with a separator in what was signed', { signature: sign(`${AT}.`, BODY) }],
    ['with another secret', { signature: sign(AT, BODY, NEXT) }],
    ['with the bytes that the secret would decode to', { signature: keyedBy(Buffer.from(SECRET, 'base64')) }],
    ['a second too old', { now: '2026-11-27T14:05:01Z' }],
    ['a second too new', { now: '2026-11-27T13:54:59Z' }],
    ['moved in time', { timestamp: '2026-11-27T14:00:01Z', signature: sign(AT, BODY) }],
  ])('is refused %s', (_, given) => {
    expect(check(given)).toEqual(REFUSED);
  });

  it.each([[[]], [['']], [['', '']]])('is refused when the account has no secret: %j', (secrets) => {
    expect(check({ signature: sign(AT, BODY, '') }, secrets)).toEqual(REFUSED);
  });

  it('is refused in any other spelling of the same bytes', () => {
    // The first whose signature has letters that differ in the alphabet for addresses.
    const isTelling = (body: string) => ['+', '/'].every((letter) => sign(AT, body).includes(letter));
    const text = bits(BODY).map(String).find(isTelling) ?? '';
    const signature = sign(AT, text);
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const sameBytes = last[last.indexOf(signature.at(-2) ?? '') + 1];
    const others = [
      signature.replaceAll('+', '-').replaceAll('/', '_'),
      signature.slice(0, -1),
      `${signature}=`,
      `${signature.slice(0, 20)} ${signature.slice(20)}`,
      `${signature.slice(0, 20)}\u00e9${signature.slice(20)}`,
      `${signature.slice(0, 42)}${sameBytes}=`,
    ];
    for (const other of others) {
      expect(Buffer.from(other, 'base64').equals(Buffer.from(signature, 'base64'))).toBe(true);
      expect(check({ body: text, signature: other })).toEqual({ refused: 'bad_signature' });
    }
    expect(check({ body: text, signature })).toEqual({ refused: 'bad_body' });
  });
});

describe('a delivery with any bit flipped is refused, and its body not read', () => {
  const readJson = () => vi.spyOn(JSON, 'parse');

  it.each([
    ['an event', { secret: SECRET, timestamp: AT, body: BODY, signature: sign(AT, BODY) }],
    ["Zendesk's example", EXAMPLE],
  ])('%s, every bit', (_, { secret, timestamp, body, signature }) => {
    const parse = readJson();
    const judge = (given: Given) => check({ timestamp, body, signature, now: timestamp, ...given }, [secret]);
    const flippedHeaders = (value: string) =>
      bits(value)
        .map((bit) => latin1(flip(bytes(value), bit)))
        .filter(isSendable);
    const verdicts = [
      ...bits(body).map((bit) => judge({ body: flip(bytes(body), bit) })),
      ...flippedHeaders(signature).map((flipped) => judge({ signature: flipped })),
      ...flippedHeaders(timestamp).map((flipped) => judge({ timestamp: flipped })),
    ];
    expect(verdicts.length).toBeGreaterThan(600);
    expect(verdicts.filter((verdict) => !('refused' in verdict) || verdict.refused === 'bad_body')).toEqual([]);
    expect(parse).not.toHaveBeenCalled();
    expect(judge({})).toHaveProperty('ticketId');
    expect(parse).toHaveBeenCalledTimes(1);
  });

  it('bodies of any bytes, one bit at random', () => {
    const parse = readJson();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), fc.nat(), (body, at) => {
        const flipped = flip(body, at % (8 * body.length));
        expect(check({ body: flipped, signature: sign(AT, body) })).toEqual({ refused: 'bad_signature' });
      }),
      { numRuns: 2_000 },
    );
    expect(parse).not.toHaveBeenCalled();
  });
});

describe('of 10,000 signed deliveries', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const id = fc.integer({ min: 1, max: 2 ** 53 - 1 });
  const actor = fc.oneof(fc.constant(null), id.map(String), id);
  const event = fc
    .tuple(fc.uuid(), id, actor, fc.constantFrom('created', 'comment_added', 'status_changed'), text)
    .map(([eventId, ticket, actor_id, type, said]) => {
      const detail = { id: String(ticket), actor_id, description: said };
      return { ticket, sent: { id: eventId, type: `zen:event-type:ticket.${type}`, detail, event: { said } } };
    });
  const trigger = fc.tuple(id, text).map(([ticket, said]) => ({ ticket, sent: { ticket_id: ticket, said } }));
  const stamp = fc
    .tuple(fc.integer({ min: -300, max: 300 }), fc.constantFrom('', '.5', '.123456789'))
    .map(([seconds, fraction]) => ({ seconds, fraction }))
    .filter(({ seconds, fraction }) => seconds < 300 || fraction === '')
    .map(({ seconds, fraction }) => {
      const whole = new Date(Date.parse(AT) + seconds * 1_000).toISOString().slice(0, 19);
      return `${whole}${fraction}Z`;
    });
  const delivery = fc.tuple(fc.oneof(event, trigger), stamp, fc.constantFrom(SECRET, NEXT), fc.constantFrom(0, 1, 2));

  it('none is refused, under either secret of a rotation', () => {
    fc.assert(
      fc.property(delivery, ([{ ticket, sent }, timestamp, secret, indent]) => {
        const body = JSON.stringify(sent, null, indent);
        const event = check({ body, timestamp, signature: sign(timestamp, body, secret) }, [SECRET, NEXT]);
        expect(event).toHaveProperty('ticketId', String(ticket));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([[''], ['{}'], ['null'], ['no JSON']])('one that holds no ticket is not taken for forged: %j', (body) => {
    expect(check({ body })).toEqual({ refused: 'bad_body' });
  });
});

function keyedBy(key: Buffer): string {
  return createHmac('sha256', key)
    .update(AT + BODY)
    .digest('base64');
}
