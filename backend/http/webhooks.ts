import { Hono } from 'hono';
import { actFor } from '../ports/acting-for.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import { step } from '../ports/step.ts';
import type { InboxStore } from '../ports/store.ts';
import type { Tenants } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';

export type WebhookParts = { tenants: Tenants; store: InboxStore; queue: Queue };

/** Zendesk waits 10 s for an answer; one that is stored after we said 409 is known by its key when it comes again. */
const STORE_MS = 5_000;

const typeOf = (event: string): string => `zen:event-type:ticket.${event}`;

/** After which a ticket stands otherwise in the helpdesk, or no more. */
const STANDINGS = [
  ...['status_changed', 'custom_status_changed', 'soft_deleted', 'permanently_deleted', 'undeleted'],
  ...['marked_as_spam', 'merged'],
];

/** What a ticket's knowledge depends on, and no triage. */
const FOLLOWED: ReadonlySet<string> = new Set([...STANDINGS, 'comment_redacted', 'comment_made_private'].map(typeOf));

/** What the promises to the customer and the queue depend on. A trigger does not say what has changed. */
const TIMED: ReadonlySet<string> = new Set([...[...STANDINGS, 'comment_added'].map(typeOf), 'trigger']);

const lateAfter = (ms: number): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('late')), ms).unref());

/**
 * A helpdesk's deliveries: stored with their job in one transaction and then acknowledged; no triage happens here.
 * 409 asks Zendesk for another try. Which tenant it is for is a hint, the tenant's secret decides.
 */
export function webhookRoutes({ tenants, store, queue }: WebhookParts) {
  return new Hono<Env>().post('/webhooks/zendesk', async (c) => {
    const named = c.req.query('tenant') ?? tenants.sole;
    const tenant = named === null ? null : await tenants.find(named);
    const body = new Uint8Array(await c.req.arrayBuffer());
    const event = tenant?.helpdesk.parseWebhook({ headers: c.req.raw.headers, body, now: new Date() });
    if (!tenant || !event || ('refused' in event && event.refused !== 'bad_body'))
      throw new HttpProblem('unauthorized', 'The delivery is not signed with the secret of this webhook.');
    if ('refused' in event)
      throw new HttpProblem('bad_request', 'The delivery names no ticket: send a ticket event or {"ticket_id": …}.');
    if (event.actorId !== null && event.actorId === tenant.helpdesk.ownUserId()) return c.json({ stored: false });
    const { eventKey, ticketId, type } = event;
    const payload = { tenantId: tenant.id, ticketId };
    const job = FOLLOWED.has(type) ? 'follow-ticket' : 'triage-ticket';
    const save = () =>
      store.saveInboxEvent({ ...payload, eventKey, type }, async (tx) => {
        await queue.enqueue(job, payload, keyOf(payload), { tx });
        if (TIMED.has(type)) await queue.enqueue('follow-sla', payload, keyOf(payload), { tx });
      });
    const stored = await Promise.race([actFor(tenant.id, save), lateAfter(STORE_MS)]).catch((error) => {
      c.set('cause', error instanceof Error ? error.name : 'unknown');
      throw new HttpProblem('conflict', 'The delivery could not be stored; send it again.');
    });
    step('inbox:stored', ticketId);
    return c.json({ stored });
  });
}
