import type { Embedder } from '../ports/embedder.ts';
import type { MaskedText } from '../ports/engine.ts';
import type { KnowledgeStore } from '../ports/store.ts';
import type { Vectors } from '../ports/vectors.ts';

const BATCH = 100;

export type EmbedParts = {
  store: Pick<KnowledgeStore, 'findUnembedded' | 'markEmbedded' | 'countKnowledge' | 'forgetEmbeddings'>;
  vectors: Vectors;
};

/** Embeds whatever this embedder has not embedded in its present form; may be stopped and run again at any time. */
export async function embedKnowledge(
  tenant: { id: string; embedder: Embedder },
  { store, vectors }: EmbedParts,
  onBatch: (count: number) => void,
): Promise<void> {
  const { id: tenantId, embedder } = tenant;
  const collection = vectors.forTenant(tenantId, embedder.id);
  for (;;) {
    const items = await store.findUnembedded(tenantId, embedder.id, BATCH);
    if (items.length === 0) return;
    const embeddings = await embedder.embed(items.map(({ title, question }) => `${title}\n${question}` as MaskedText));
    const ids = items.map(({ id }) => id);
    await collection.upsert(embeddings.map((embedding, index) => ({ id: ids[index] ?? '', embedding })));
    await store.markEmbedded(tenantId, embedder.id, items);
    onBatch(items.length);
  }
}

/** The relational store is the truth: a collection that holds less than it should is filled again. Says whether it was whole. */
export async function repairCollection(
  tenant: { id: string; embedder: Embedder },
  parts: EmbedParts,
): Promise<boolean> {
  const { embedded } = await parts.store.countKnowledge(tenant.id, tenant.embedder.id);
  const present = await parts.vectors.forTenant(tenant.id, tenant.embedder.id).count();
  if (present >= embedded) return true;
  await parts.store.forgetEmbeddings(tenant.id);
  await embedKnowledge(tenant, parts, () => {});
  return false;
}
