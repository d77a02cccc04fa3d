import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { ACCOUNT_ID } from './directory.ts';
import { FIELDS } from './fields.ts';
import { openReceiver } from './receiver.ts';
import { sign } from './signature.ts';
import type { ZendeskOptions } from './start.ts';
import { openZendesk } from './test-client.ts';

const EVENTS = [
  'created',
  'comment_added',
  'status_changed',
  'priority_changed',
  'tags_changed',
  'custom_field_changed',
];
const event = (name: string) => `zen:event-type:ticket.${name}`;
const PATH = '/api/v2/tickets/1001';

async function openHook(
  answer?: (count: number) => Response | Promise<Response>,
  options: Partial<ZendeskOptions> = {},
) {
  const account = await openZendesk({ retryDelaysMs: [1], ...options });
  const receiver = await openReceiver(answer);
  const webhook = {
    name: 'Triage',
    status: 'active',
    endpoint: `${receiver.url}/hook`,
    http_method: 'POST',
    request_format: 'json',
  };
  const { status, body } = await account.api<{ webhook: { id: string } }>('POST', '/api/v2/webhooks', {
    webhook: { ...webhook, subscriptions: EVENTS.map(event) },
  });
  expect(status).toBe(201);
  return {
    ...account,
    received: receiver.received,
    id: body.webhook.id,
    events: () => receiver.received.map((one) => JSON.parse(one.body)),
    async [Symbol.asyncDispose]() {
      await account.zendesk.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

describe('the signature', () => {
  it("holds for the platform reference's vector", () => {
    const secret = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
    const signature = sign(secret, '2026-07-22T10:00:00Z', '{"ticket_id":"1"}');
    expect(signature).toBe('q7S7xB5I0HZ0YEz8i4hhlLu2tbdF/ZDCUIGy9wiUkBA=');
  });
});

describe('event webhooks', () => {
  it('are signed over timestamp and body and carry the ticket as it is', async () => {
    await using hook = await openHook();
    const secret = await hook.api<{ signing_secret: { secret: string } }>(
      'GET',
      `/api/v2/webhooks/${hook.id}/signing_secret`,
    );
    const ticket = hook.zendesk.createTicket({ subject: 'Down', text: 'All down', priority: 'urgent' });
    await hook.zendesk.settled();
    const [{ headers, body, path }] = hook.received as [(typeof hook.received)[number]];
    expect(path).toBe('/hook');
    const timestamp = headers.get('x-zendesk-webhook-signature-timestamp') ?? '';
    expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const expected = createHmac('sha256', secret.body.signing_secret.secret)
      .update(timestamp + body)
      .digest('base64');
    expect(headers.get('x-zendesk-webhook-signature')).toBe(expected);
    expect(headers.get('x-zendesk-webhook-id')).toBe(hook.id);
    expect(headers.get('x-zendesk-webhook-invocation-id')).toBeTruthy();
    expect(headers.get('x-zendesk-account-id')).toBe(String(ACCOUNT_ID));
    expect(JSON.parse(body)).toMatchObject({
      type: event('created'),
      account_id: ACCOUNT_ID,
      time: expect.stringMatching(/\.\d{9}Z$/),
      zendesk_event_version: '2022-11-06',
      subject: `zen:ticket:${ticket.id}`,
      detail: {
        id: String(ticket.id),
        status: 'NEW',
        priority: 'URGENT',
        actor_id: String(ticket.requester_id),
        description: 'All down',
      },
    });
  });

  it('tell every part of a change, our own included, and private notes too', async () => {
    await using hook = await openHook();
    const [category] = FIELDS;
    const custom_fields = [{ id: category?.id, value: 'ait_category_billing' }];
    const comment = { body: 'For the team', public: false };
    await hook.api('PUT', PATH, { ticket: { status: 'pending', priority: 'high', custom_fields, comment } });
    await hook.zendesk.settled();
    const events = hook.events();
    expect(events.map(({ type }) => type).sort()).toEqual(EVENTS.slice(1).map(event).sort());
    expect(events.every(({ detail }) => detail.actor_id === String(hook.zendesk.ownUserId))).toBe(true);
    const of = (name: string) => events.find(({ type }) => type === event(name)).event;
    expect(of('status_changed')).toMatchObject({ previous: 'NEW', current: 'PENDING' });
    expect(of('tags_changed')).toMatchObject({ tags_added: ['ait_category_billing'], tags_removed: [] });
    expect(of('custom_field_changed')).toMatchObject({
      current: 'ait_category_billing',
      field: { id: String(category?.id) },
    });
    expect(of('comment_added').comment).toMatchObject({
      body: 'For the team',
      is_public: false,
      author: { is_staff: true },
    });
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it('do not hold up the change, and stop when the webhook is deleted', async () => {
    let release = (_: Response) => {};
    await using hook = await openHook(() => new Promise((resolve) => (release = resolve)));
    hook.zendesk.createTicket({ subject: 'a', text: 'a' });
    expect((await hook.api('PUT', PATH, { ticket: { subject: 'unheard' } })).status).toBe(200);
    expect(hook.zendesk.deliveries).toMatchObject([{ state: 'pending' }]);
    await vi.waitFor(() => expect(hook.received).toHaveLength(1));
    release(new Response(null, { status: 204 }));
    await hook.zendesk.settled();
    expect(hook.zendesk.deliveries).toMatchObject([{ state: 'delivered', attempts: [{ status: 204 }] }]);
    expect((await hook.api('DELETE', `/api/v2/webhooks/${hook.id}`)).status).toBe(204);
    expect((await hook.api('GET', `/api/v2/webhooks/${hook.id}`)).status).toBe(404);
    hook.zendesk.createTicket({ subject: 'b', text: 'b' });
    expect(hook.zendesk.deliveries).toHaveLength(1);
  });
});

describe('retries', () => {
  const attemptsWith = async (
    answer: (count: number) => Response | Promise<Response>,
    options: Partial<ZendeskOptions> = {},
  ) => {
    await using hook = await openHook(answer, options);
    hook.zendesk.createTicket({ subject: 'a', text: 'a' });
    await hook.zendesk.settled();
    return hook.zendesk.deliveries[0]?.attempts.map(({ status }) => status);
  };

  it.each<[string, () => Response, number[]]>([
    ['409 three times', () => new Response(null, { status: 409 }), [409, 409, 409, 409]],
    ['500 never', () => new Response(null, { status: 500 }), [500]],
    ['503 without Retry-After never', () => new Response(null, { status: 503 }), [503]],
    [
      '429 with a long Retry-After never',
      () => new Response(null, { status: 429, headers: { 'retry-after': '600' } }),
      [429],
    ],
    [
      '429 with a short one three times',
      () => new Response(null, { status: 429, headers: { 'retry-after': '0' } }),
      [429, 429, 429, 429],
    ],
  ])('%s', async (_, answer, attempts) => {
    expect(await attemptsWith(answer)).toEqual(attempts);
  });

  it('end with the first success', async () => {
    expect(await attemptsWith((count) => new Response(null, { status: count < 3 ? 409 : 200 }))).toEqual([
      409, 409, 200,
    ]);
  });

  it('a time-out five times', async () => {
    const silent = () => new Promise<Response>(() => {});
    expect(await attemptsWith(silent, { webhookTimeoutMs: 20 })).toEqual(Array(6).fill('timeout'));
  });
});

describe('delivery faults', () => {
  it('duplicate and lose', async () => {
    await using hook = await openHook();
    hook.zendesk.faults.add({ kind: 'duplicate_delivery', times: 1 });
    hook.zendesk.createTicket({ subject: 'a', text: 'a' });
    await hook.zendesk.settled();
    const [first, second] = hook.events();
    expect(first.id).toBe(second.id);
    hook.zendesk.faults.add({ kind: 'lost_delivery', times: 1, match: { path: /^\/hook$/ } });
    hook.zendesk.createTicket({ subject: 'b', text: 'b' });
    await hook.zendesk.settled();
    expect(hook.received).toHaveLength(2);
    expect(hook.zendesk.deliveries.at(-1)?.state).toBe('lost');
  });
});

describe('registering', () => {
  it('refuses what Zendesk refuses', async () => {
    await using account = await openZendesk();
    const webhook = {
      name: 'x',
      status: 'active',
      endpoint: 'https://x.example/',
      http_method: 'POST',
      request_format: 'json',
    };
    const post = (change: object) => account.api('POST', '/api/v2/webhooks', { webhook: { ...webhook, ...change } });
    for (const change of [
      { name: '' },
      { endpoint: 'x.example' },
      { http_method: 'FETCH' },
      { status: 'on' },
      { request_format: 'yaml' },
    ]) {
      expect((await post(change)).status).toBe(422);
    }
    expect((await post({ http_method: 'GET', subscriptions: [event('created')] })).status).toBe(422);
    expect((await post({ subscriptions: [event('created'), 'conditional_ticket_events'] })).status).toBe(422);
    for (let count = 0; count < 10; count++) expect((await post({})).status).toBe(201);
    expect((await post({})).status).toBe(403);
    const listed = await account.api('GET', '/api/v2/webhooks?page[size]=2');
    expect(listed.body).toMatchObject({ webhooks: [{ name: 'x' }, {}], meta: { has_more: true } });
    expect(JSON.stringify(listed.body)).not.toContain('secret');
  });

  it('can be tried with a synthetic call under the public test secret', async () => {
    await using account = await openZendesk();
    await using receiver = await openReceiver();
    const request = { endpoint: receiver.url, payload: '{"ticket_id":"1"}' };
    const { body } = await account.api('POST', '/api/v2/webhooks/test', { request });
    expect(body).toMatchObject({ response: { status: 200 } });
    expect(receiver.received[0]?.headers.get('x-zendesk-webhook-id')).toMatch(/^test_webhook:/);
  });
});
