import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWebhook } from './parse-webhook.ts';

const SECRET = 'a-secret-of-this-webhook';
const at = '2026-07-22T10:00:00Z';
const event = {
  id: 'evt-1',
  type: 'zen:event-type:ticket.created',
  detail: { id: '77', actor_id: '5' },
  event: {},
};

const deliver = (
  over: { body?: string; secret?: string; timestamp?: string; now?: string; headers?: Record<string, string> } = {},
) => {
  const { body = JSON.stringify(event), secret = SECRET, timestamp = at, now = at } = over;
  const signature = createHmac('sha256', secret)
    .update(timestamp + body)
    .digest('base64');
  const headers = new Headers({
    'x-zendesk-webhook-signature': signature,
    'x-zendesk-webhook-signature-timestamp': timestamp,
    ...over.headers,
  });
  return parseWebhook({ headers, body: new TextEncoder().encode(body), now: new Date(now) }, [SECRET]);
};

describe('parseWebhook', () => {
  it("agrees with Zendesk's published example", () => {
    const body = new TextEncoder().encode('{"ticket_id":"1"}');
    const headers = new Headers({
      'x-zendesk-webhook-signature': 'q7S7xB5I0HZ0YEz8i4hhlLu2tbdF/ZDCUIGy9wiUkBA=',
      'x-zendesk-webhook-signature-timestamp': at,
    });
    const secret = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
    expect(parseWebhook({ headers, body, now: new Date(at) }, [secret])).toMatchObject({
      ticketId: '1',
      type: 'trigger',
    });
  });

  it('reads an event and keys it by its signed id', () => {
    expect(deliver()).toEqual({ eventKey: 'evt-1', ticketId: '77', type: event.type, actorId: '5' });
  });

  it('keys a trigger delivery by what is signed, not by its unsigned headers', () => {
    const body = '{"ticket_id":77}';
    const key = (id: string) => deliver({ body, headers: { 'x-zendesk-webhook-invocation-id': id } });
    expect(key('1')).toEqual(key('2'));
    expect(deliver({ body })).not.toEqual(deliver({ body, timestamp: '2026-07-22T10:00:01Z' }));
  });

  it('takes either secret during a rotation', () => {
    const body = JSON.stringify(event);
    const signature = createHmac('sha256', 'new')
      .update(at + body)
      .digest('base64');
    const headers = new Headers({
      'x-zendesk-webhook-signature': signature,
      'x-zendesk-webhook-signature-timestamp': at,
    });
    const delivery = { headers, body: new TextEncoder().encode(body), now: new Date(at) };
    expect(parseWebhook(delivery, ['old', 'new'])).toMatchObject({ ticketId: '77' });
    expect(parseWebhook(delivery, ['old'])).toEqual({ refused: 'bad_signature' });
  });

  it.each([['yesterday'], [''], ['2026-07-22'], ['2026-07-22T10:00:00+00:00'], ['2026-13-45T99:99:99Z'], ['NaN']])(
    'refuses the timestamp %j',
    (timestamp) => {
      expect(deliver({ timestamp })).toHaveProperty('refused');
    },
  );

  it('refuses a delivery that is too old or from the future', () => {
    expect(deliver({ now: '2026-07-22T10:05:01Z' })).toEqual({ refused: 'bad_timestamp' });
    expect(deliver({ now: '2026-07-22T09:54:59Z' })).toEqual({ refused: 'bad_timestamp' });
    expect(deliver({ now: '2026-07-22T10:04:59Z' })).toMatchObject({ ticketId: '77' });
  });

  it('refuses whatever is not signed, without reading it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (body, secret) => {
        fc.pre(secret !== SECRET);
        expect(deliver({ body, secret })).toEqual({ refused: 'bad_signature' });
      }),
    );
  });

  it('never throws on a signed body, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(deliver({ body })).toBeDefined();
      }),
    );
    expect(deliver({ body: '{"detail":{"id":"1 OR 1=1"}}' })).toEqual({ refused: 'bad_body' });
  });
});
