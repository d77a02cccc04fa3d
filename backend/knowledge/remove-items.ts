import { OutsideError } from '../ports/errors.ts';
import type { KnowledgeStore, LeftOut } from '../ports/knowledge.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Vectors } from '../ports/vectors.ts';

/** In spite of these what a person has approved stays. */
export const OVERRULED: ReadonlySet<LeftOut> = new Set(['reopened', 'bad_satisfaction']);

export type RemoveParts = { store: Pick<KnowledgeStore, 'removeKnowledge' | 'listEmbedders'>; vectors: Vectors };

/** Takes vectors out of every collection; those that cannot be reached now lead to no item and go when the index is repaired. */
export async function removeVectors(
  { id: tenantId, embedder }: Pick<Tenant, 'id' | 'embedder'>,
  ids: string[],
  { store, vectors }: RemoveParts,
): Promise<void> {
  if (ids.length === 0) return;
  // With an embedder's last item the store no longer knows of it.
  for (const embedderId of new Set([...(await store.listEmbedders(tenantId)), embedder.id])) {
    await vectors
      .forTenant(tenantId, embedderId)
      .remove(ids)
      .catch((error) => {
        if (!(error instanceof OutsideError)) throw error;
      });
  }
}

/** Takes items out of the store and of every collection; says how many there were. */
export async function removeItems(
  tenant: Pick<Tenant, 'id' | 'embedder'>,
  ids: string[],
  parts: RemoveParts,
): Promise<number> {
  if (ids.length === 0) return 0;
  const removed = await parts.store.removeKnowledge(tenant.id, ids);
  await removeVectors(tenant, removed, parts);
  return removed.length;
}
