import { type FollowParts, followTicket as follow } from '../knowledge/follow-ticket.ts';
import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { SeenStore } from '../ports/seen.ts';
import type { Tenants } from '../ports/tenant.ts';

/** The index goes through everything: once for many tickets is enough. */
const INDEX_AFTER_SECONDS = 60;

export type FollowTicketParts = FollowParts & {
  store: Pick<SeenStore, 'saveFollowed'>;
  tenants: Tenants;
  queue: Pick<Queue, 'enqueue'>;
};

/** Lets a ticket join the knowledge or leave it, as it stands now. */
export async function followTicket(
  { payload: { tenantId, ticketId } }: Pick<Job<'follow-ticket'>, 'payload'>,
  { tenants, queue, ...parts }: FollowTicketParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  if (!tenant) return 'gone';
  const at = new Date();
  const { outcome, incomplete } = await follow(tenant, ticketId, parts);
  await parts.store.saveFollowed(tenantId, ticketId, at);
  if (incomplete)
    await queue.enqueue('index-knowledge', { tenantId }, keyOf({ tenantId }), { afterSeconds: INDEX_AFTER_SECONDS });
  return outcome;
}
