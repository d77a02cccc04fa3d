import { jobNameSchema } from '../contract/dead-letters.ts';
import type { ConnectionStore } from '../ports/connection.ts';
import type { ErasureStore } from '../ports/erasure.ts';
import type { EmbeddingStore } from '../ports/knowledge.ts';
import { type JobName, keyOf, type Queue } from '../ports/queue.ts';
import type { Vectors } from '../ports/vectors.ts';

export type RemoveTenantParts = {
  store: Pick<ConnectionStore, 'readConnection'> &
    Pick<ErasureStore, 'eraseTenant'> &
    Pick<EmbeddingStore, 'listEmbedders'>;
  vectors: Pick<Vectors, 'drop'>;
  queue: Pick<Queue, 'dropOf'>;
};

/** The one that does it. */
const OWN: JobName = 'remove-tenant';

/**
 * Erases everything of an account that has left: vectors, jobs, then every row that names it. One that was connected again
 * meanwhile is kept. May be killed anywhere and run again. Throws OutsideError while the vectors cannot be reached.
 */
export async function removeTenant(
  tenantId: string,
  { store, vectors, queue }: RemoveTenantParts,
): Promise<'removed' | 'kept'> {
  const connection = await store.readConnection(tenantId);
  if (connection?.state === 'connected') return 'kept';
  for (const embedderId of await store.listEmbedders(tenantId)) await vectors.drop(tenantId, embedderId);
  for (const name of jobNameSchema.options) if (name !== OWN) await queue.dropOf(name, tenantId);
  await store.eraseTenant(tenantId);
  return 'removed';
}

/** One that was disconnected by mistake comes back to what it had learned. */
const KEPT_SECONDS = 30 * 24 * 3_600;

/** Has an account that was left erased in a month, unless it is connected again. */
export async function removeLater(tenantId: string, queue: Pick<Queue, 'enqueue' | 'drop'>): Promise<void> {
  const key = keyOf({ tenantId });
  // One from an earlier leaving would come too soon.
  await queue.drop('remove-tenant', key);
  await queue.enqueue('remove-tenant', { tenantId }, key, { afterSeconds: KEPT_SECONDS });
}
