import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { WebhookDelivery, WebhookEvent, WebhookRefusal } from '../../../ports/helpdesk.ts';

const TOLERANCE_MS = 5 * 60_000;
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

const ticketId = z.union([z.string().regex(/^\d{1,20}$/), z.number().int().positive()]).transform(String);

/** An event subscription's fixed body; ids are strings there. */
const eventSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.string().startsWith('zen:event-type:ticket.').max(200),
  detail: z.object({ id: ticketId, actor_id: z.union([z.string(), z.number()]).nullish() }),
});
/** What our trigger fallback sends: the id alone, since quoting free text in a trigger's JSON is unreliable. */
const triggerSchema = z.object({ ticket_id: ticketId });

/** The one spelling that Zendesk sends: decoding what was given would let others of the same bytes pass. */
const sign = (secret: string, timestamp: string, body: Uint8Array): Buffer =>
  Buffer.from(createHmac('sha256', secret).update(timestamp).update(body).digest('base64'), 'latin1');

function checkSignature(delivery: WebhookDelivery, secrets: readonly string[]): string | WebhookRefusal {
  const signature = delivery.headers.get('x-zendesk-webhook-signature');
  const timestamp = delivery.headers.get('x-zendesk-webhook-signature-timestamp');
  if (!signature || !timestamp) return { refused: 'no_signature' };
  const sentAt = STAMP.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (!Number.isFinite(sentAt) || Math.abs(delivery.now.getTime() - sentAt) > TOLERANCE_MS)
    return { refused: 'bad_timestamp' };
  const given = Buffer.from(signature, 'latin1');
  const holds = secrets.some((secret) => {
    if (secret === '') return false;
    const expected = sign(secret, timestamp, delivery.body);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return holds ? timestamp : { refused: 'bad_signature' };
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Checks a delivery's signature (base64 of HMAC-SHA256 over timestamp + raw body; Zendesk, "Verifying webhooks") and
 * only then reads it. Two secrets count during a rotation.
 */
export function parseWebhook(delivery: WebhookDelivery, secrets: readonly string[]): WebhookEvent | WebhookRefusal {
  const timestamp = checkSignature(delivery, secrets);
  if (typeof timestamp !== 'string') return timestamp;
  const body = readJson(delivery.body);
  const event = eventSchema.safeParse(body);
  if (event.success) {
    const { id, type, detail } = event.data;
    return { eventKey: id, ticketId: detail.id, type, actorId: detail.actor_id ? String(detail.actor_id) : null };
  }
  const trigger = triggerSchema.safeParse(body);
  if (!trigger.success) return { refused: 'bad_body' };
  const eventKey = createHash('sha256').update(timestamp).update(delivery.body).digest('hex');
  return { eventKey, ticketId: trigger.data.ticket_id, type: 'trigger', actorId: null };
}
