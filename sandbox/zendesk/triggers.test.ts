import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { sign } from './signature.ts';
import { openZendesk } from './test-client.ts';

type Call = { headers: Record<string, unknown>; body: string };
type Made = { webhook: { id: string }; trigger: { id: number } };

/** An account whose webhook waits for triggers, and who listens to it. */
async function openHooked(subscriptions: string[], options: { eventWebhooks?: boolean } = {}) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    calls.push({ headers: request.headers, body: await text(request) });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const account = await openZendesk(options);
  const endpoint = `http://localhost:${(server.address() as AddressInfo).port}/hooks`;
  const webhook = { name: 'T', status: 'active', endpoint, http_method: 'POST', request_format: 'json', subscriptions };
  const made = await account.api<Made>('POST', '/api/v2/webhooks', { webhook });
  const close = async () => {
    await account.zendesk.close();
    server.close();
  };
  return { ...account, calls, webhook, made, [Symbol.asyncDispose]: close };
}

const onCreation = (webhookId: string, change: object = {}) => ({
  trigger: {
    title: 'Tell the app',
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
    actions: [{ field: 'notification_webhook', value: [webhookId, '{"ticket_id":"{{ticket.id}}"}'] }],
    ...change,
  },
});

describe('a trigger', () => {
  it('tells its webhook of a new ticket in the words of its author, signed, and of nothing else', async () => {
    await using hooked = await openHooked(['conditional_ticket_events']);
    const { id } = hooked.made.body.webhook;
    expect((await hooked.api('POST', '/api/v2/triggers', onCreation(id))).status).toBe(201);
    const ticket = hooked.zendesk.createTicket({ subject: 'New', text: 'x' });
    hooked.zendesk.comment(ticket.id, { text: 'more' });
    await hooked.zendesk.settled();
    expect(hooked.calls.map(({ body }) => body)).toEqual([`{"ticket_id":"${ticket.id}"}`]);
    const { headers, body } = hooked.calls[0] as Call;
    const { secret } = hooked.zendesk.readWebhooks()[0] ?? { secret: '' };
    const stamp = String(headers['x-zendesk-webhook-signature-timestamp']);
    expect(headers['x-zendesk-webhook-signature']).toBe(sign(secret, stamp, body));
    expect(hooked.zendesk.notifications).toMatchObject([{ webhookId: id, state: 'delivered' }]);
    expect(hooked.zendesk.deliveries).toEqual([]);
  });

  it('can be changed, put to rest and deleted', async () => {
    await using hooked = await openHooked(['conditional_ticket_events']);
    const made = await hooked.api<Made>('POST', '/api/v2/triggers', onCreation(hooked.made.body.webhook.id));
    const path = `/api/v2/triggers/${made.body.trigger.id}.json`;
    const unguarded = { all: [{ field: 'current_tags', operator: 'not_includes', value: 'ait_triaged' }] };
    expect((await hooked.api('PUT', path, { trigger: { conditions: unguarded } })).status).toBe(200);
    const { id } = hooked.zendesk.createTicket({ subject: 'a', text: 'x' });
    hooked.zendesk.runRule(id, { tags: ['ait_triaged'] });
    await hooked.zendesk.settled();
    expect(hooked.calls).toHaveLength(1);
    await hooked.api('PUT', path, { trigger: { active: false } });
    hooked.zendesk.createTicket({ subject: 'b', text: 'x' });
    expect((await hooked.api('DELETE', path)).status).toBe(204);
    expect((await hooked.api('GET', path)).status).toBe(404);
    await hooked.zendesk.settled();
    expect(hooked.calls).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['no title', { title: '' }],
    ['no conditions', { conditions: { all: [], any: [] } }],
    ['an unknown condition', { conditions: { all: [{ field: 'mood', operator: 'is', value: 'x' }] } }],
    [
      'an operator that does not fit',
      { conditions: { all: [{ field: 'update_type', operator: 'includes', value: 'x' }] } },
    ],
    ['no actions', { actions: [] }],
    ['a webhook that is not there', { actions: [{ field: 'notification_webhook', value: ['01JNONE', '{}'] }] }],
  ])('is refused with %s', async (_, change) => {
    await using hooked = await openHooked(['conditional_ticket_events']);
    const { id } = hooked.made.body.webhook;
    expect((await hooked.api('POST', '/api/v2/triggers', onCreation(id, change))).status).toBe(422);
  });

  it('cannot tell a webhook that waits for events, and is for admins to make', async () => {
    await using hooked = await openHooked(['zen:event-type:ticket.created']);
    const trigger = onCreation(hooked.made.body.webhook.id);
    expect((await hooked.api('POST', '/api/v2/triggers', trigger)).status).toBe(422);
    expect((await hooked.agent('POST', '/api/v2/triggers', trigger)).status).toBe(403);
    expect((await hooked.agent('GET', '/api/v2/triggers')).status).toBe(200);
  });
});

describe('a webhook', () => {
  it('is refused for events on a plan without them', async () => {
    await using hooked = await openHooked(['zen:event-type:ticket.created'], { eventWebhooks: false });
    expect(hooked.made.status).toBe(422);
    const webhook = { ...hooked.webhook, subscriptions: ['conditional_ticket_events'] };
    expect((await hooked.api('POST', '/api/v2/webhooks', { webhook })).status).toBe(201);
  });

  it('can be put to rest and sent elsewhere, and stays of its kind', async () => {
    await using hooked = await openHooked(['zen:event-type:ticket.created']);
    const path = `/api/v2/webhooks/${hooked.made.body.webhook.id}`;
    expect((await hooked.api('PATCH', path, { webhook: { status: 'inactive' } })).status).toBe(204);
    hooked.zendesk.createTicket({ subject: 'a', text: 'x' });
    await hooked.zendesk.settled();
    expect(hooked.calls).toEqual([]);
    const elsewhere = { ...hooked.webhook, endpoint: `${hooked.webhook.endpoint}/there` };
    expect((await hooked.api('PUT', path, { webhook: elsewhere })).status).toBe(204);
    expect((await hooked.api('GET', path)).body).toMatchObject({
      webhook: { status: 'active', endpoint: elsewhere.endpoint },
    });
    const switched = { subscriptions: ['conditional_ticket_events'] };
    expect((await hooked.api('PATCH', path, { webhook: switched })).status).toBe(422);
    expect((await hooked.api('PUT', path, { webhook: { status: 'active' } })).status).toBe(422);
  });
});
