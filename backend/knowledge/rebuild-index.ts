import { type EmbedFor, findOutgoing } from './embed-knowledge.ts';
import { type Indexed, type IndexParts, indexKnowledge } from './index-knowledge.ts';

/** Forgets what was embedded, so that all of it is embedded anew; the vectors that are there serve until each is replaced. */
export async function forgetIndex(tenant: EmbedFor, { store }: Pick<IndexParts, 'store'>): Promise<void> {
  const outgoing = await findOutgoing(tenant, { store });
  if (outgoing) await store.forgetEmbeddings(tenant.id, outgoing.id);
  await store.forgetEmbeddings(tenant.id, tenant.embedder.id);
}

/** Embeds all of a tenant's knowledge anew, in this process. */
export async function rebuildIndex(
  tenant: EmbedFor,
  parts: IndexParts,
  onBatch: (count: number) => void = () => {},
): Promise<Indexed> {
  await forgetIndex(tenant, parts);
  return indexKnowledge(tenant, parts, { onBatch });
}
