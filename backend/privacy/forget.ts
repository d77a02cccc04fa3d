import type { Erasing, ErasureReceipt, ErasureStore, ErasureSubject } from '../ports/erasure.ts';
import { type JobName, keyOf, type Queue } from '../ports/queue.ts';
import type { Transaction } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { ModelInForce } from '../ports/trainer.ts';
import type { Vectors } from '../ports/vectors.ts';

export type ForgetParts = {
  store: Pick<ErasureStore, 'startErasure' | 'eraseSubject' | 'endErasure' | 'readErasure'>;
  vectors: Pick<Vectors, 'forTenant'>;
  queue: Pick<Queue, 'enqueue' | 'drop'>;
  models: Pick<ModelInForce, 'refresh'>;
};
type Forgetting = Pick<Tenant, 'id' | 'embedder'>;

/** Those whose payload names a ticket. */
const OF_A_TICKET = ['triage-ticket', 'follow-ticket', 'follow-sla'] as const satisfies JobName[];
/** By then every process runs on the model that ships, and what that one says of tickets is evidence again. */
const RELEARN_AFTER_SECONDS = 35;

/** Notes the wish to forget, which is kept from now on, together with the job that fulfils it. */
export const startForgetting = (
  tenantId: string,
  subject: ErasureSubject,
  { store, queue }: Pick<ForgetParts, 'store' | 'queue'>,
): Promise<ErasureReceipt> =>
  store.startErasure(tenantId, subject, (tx, erasureId) => {
    const payload = { tenantId, erasureId };
    return queue.enqueue('forget', payload, keyOf(payload), { tx });
  });

/** Vectors that stand for an item which is being embedded at this moment are in none of the store's lists yet. */
async function removeVectors(
  { id, embedder }: Forgetting,
  { knowledgeIds, embedderIds }: Erasing,
  vectors: ForgetParts['vectors'],
): Promise<void> {
  if (knowledgeIds.length === 0) return;
  for (const embedderId of new Set([...embedderIds, embedder.id]))
    await vectors.forTenant(id, embedderId).remove(knowledgeIds);
}

async function dropJobs(
  tenantId: string,
  ticketIds: string[],
  queue: ForgetParts['queue'],
  tx: Transaction,
): Promise<number> {
  let dropped = 0;
  for (const ticketId of ticketIds)
    for (const name of OF_A_TICKET) dropped += await queue.drop(name, keyOf({ tenantId, ticketId }), { tx });
  return dropped;
}

/** What has to be made again without what was forgotten. */
async function makeAgain(tenantId: string, { erased }: Erasing, { queue, models }: ForgetParts): Promise<void> {
  const payload = { tenantId };
  if (erased.model) await models.refresh();
  if (erased.votes > 0 || erased.learnedTickets > 0 || erased.model)
    await queue.enqueue('learn', payload, keyOf(payload), { afterSeconds: RELEARN_AFTER_SECONDS });
  // A ticket that repeated a forgotten one stands for itself now, and is not embedded yet.
  if (erased.knowledgeItems > 0) await queue.enqueue('index-knowledge', payload, keyOf(payload));
}

/**
 * Fulfils a wish to forget: the store in one transaction, then the vectors, then the queue; the receipt says done when
 * nothing is left. May be killed anywhere and run again. Throws OutsideError while the vectors cannot be reached.
 */
export async function forget(
  tenant: Forgetting,
  erasureId: string,
  parts: ForgetParts,
): Promise<'forgotten' | 'ended_before'> {
  const { store, vectors, queue } = parts;
  const erasing = await store.eraseSubject(tenant.id, erasureId);
  if (!erasing) return 'ended_before';
  await removeVectors(tenant, erasing, vectors);
  await makeAgain(tenant.id, erasing, parts);
  await store.endErasure(tenant.id, erasureId, erasing.vectors, (tx) =>
    dropJobs(tenant.id, erasing.ticketIds, queue, tx),
  );
  return 'forgotten';
}

/** Notes the wish and fulfils it at once. When it throws, wish and tombstone stand, and the job goes on with it. */
export async function forgetNow(
  tenant: Forgetting,
  subject: ErasureSubject,
  parts: ForgetParts,
): Promise<ErasureReceipt> {
  const started = await startForgetting(tenant.id, subject, parts);
  await forget(tenant, started.id, parts);
  return (await parts.store.readErasure(tenant.id, started.id)) ?? started;
}
