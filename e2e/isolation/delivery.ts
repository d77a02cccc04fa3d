import { createHmac } from 'node:crypto';
import { type Answered, ask } from './asking.ts';
import type { Backend } from './two-accounts.ts';

export type Delivery = { tenantId: string; ticketId: string; secret: string; eventId: string; at?: Date };

/** As Zendesk delivers an event to the webhook of an account. */
export function deliver(
  backend: Backend,
  { tenantId, ticketId, secret, eventId, at = new Date() }: Delivery,
): Promise<Answered> {
  const type = 'zen:event-type:ticket.comment_added';
  const body = JSON.stringify({ id: eventId, type, detail: { id: ticketId, actor_id: '5' } });
  const timestamp = at.toISOString();
  const signature = createHmac('sha256', secret)
    .update(timestamp + body)
    .digest('base64');
  return ask(backend, {
    ...{ method: 'POST', path: `/webhooks/zendesk?tenant=${tenantId}`, body },
    headers: {
      'x-zendesk-webhook-signature': signature,
      'x-zendesk-webhook-signature-timestamp': timestamp,
    },
  });
}
