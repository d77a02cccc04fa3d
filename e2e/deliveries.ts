import { createHmac, randomUUID } from 'node:crypto';

/** Between attempts, at first and in the end. */
const REST_MS = { first: 150, longest: 1_200 };
const TIMEOUT_MS = 10_000;
/** A receiver refuses what was signed more than five minutes ago. */
const SIGNED_AGAIN_MS = 4 * 60_000;

/** The fixed body of an event subscription, as far as anybody may rely on it: ids are strings. */
export const ticketEvent = (ticketId: number, actorId: number, name = 'created') => ({
  type: `zen:event-type:ticket.${name}`,
  account_id: 22_841_907,
  id: randomUUID(),
  time: new Date().toISOString(),
  zendesk_event_version: '2022-11-06',
  subject: `zen:ticket:${ticketId}`,
  detail: { id: String(ticketId), actor_id: String(actorId) },
  event: {},
});
export type TicketEvent = ReturnType<typeof ticketEvent>;

/** A delivery signed as Zendesk signs: base64 of HMAC-SHA256 over timestamp + body, the secret taken literally. */
export function signDelivery(secret: string, event: TicketEvent, at = new Date()): RequestInit {
  const body = JSON.stringify(event);
  const timestamp = `${at.toISOString().slice(0, 19)}Z`;
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-zendesk-webhook-invocation-id': randomUUID(),
      'x-zendesk-webhook-signature': createHmac('sha256', secret)
        .update(timestamp + body)
        .digest('base64'),
      'x-zendesk-webhook-signature-timestamp': timestamp,
    },
  };
}

/** Sends an event until it is acknowledged, signed when it happened, unless that is too long ago. Gives the number of attempts. */
export async function deliver(
  backendUrl: () => string,
  secret: string,
  event: TicketEvent,
  happenedAt = new Date(),
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const now = new Date();
    const signed = signDelivery(
      secret,
      event,
      now.getTime() - happenedAt.getTime() > SIGNED_AGAIN_MS ? now : happenedAt,
    );
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(`${backendUrl()}/webhooks/zendesk`, { ...signed, signal }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return attempt;
    const rest = Math.min(REST_MS.longest, REST_MS.first * 2 ** (attempt - 1));
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}
