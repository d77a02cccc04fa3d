import type { Embedder } from '../../ports/embedder.ts';
import type { MaskedText } from '../../ports/engine.ts';
import type { EmbeddingStore } from '../../ports/knowledge.ts';
import type { Tenant } from '../../ports/tenant.ts';
import type { Vectors } from '../../ports/vectors.ts';
import type { Leg } from './fuse.ts';
import { WIDE } from './weights.ts';

export type VectorParts = {
  tenant: Pick<Tenant, 'id' | 'embedder' | 'findEmbedder'>;
  vectors: Pick<Vectors, 'forTenant'>;
  store: Pick<EmbeddingStore, 'readServing'>;
};

/** A collection that was left stays longer than this, so that a query with an old answer still finds it. */
const SERVING_MS = 5_000;
const servingOf = new WeakMap<object, Map<string, { id: Promise<string | null>; until: number }>>();

/** The embedder whose collection answers, as it was a moment ago. */
function readServing(tenantId: string, store: VectorParts['store']): Promise<string | null> {
  const kept = servingOf.get(store) ?? new Map();
  servingOf.set(store, kept);
  const known = kept.get(tenantId);
  if (known && Date.now() < known.until) return known.id;
  const id = store.readServing(tenantId);
  kept.set(tenantId, { id, until: Date.now() + SERVING_MS });
  id.then(
    // Before the first one serves, nobody should wait for it longer than it takes.
    (serving) => serving ?? kept.delete(tenantId),
    () => kept.delete(tenantId),
  );
  return id;
}

async function findServing({ tenant, store }: VectorParts): Promise<Embedder | null> {
  const serving = await readServing(tenant.id, store);
  if (serving === null) return null;
  return serving === tenant.embedder.id ? tenant.embedder : tenant.findEmbedder(serving);
}

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/** The nearest vectors; null before an embedder serves. Throws when they do not answer within the signal. */
export async function searchVectors(text: MaskedText, parts: VectorParts, signal: AbortSignal): Promise<Leg | null> {
  const embedder = await findServing(parts);
  if (!embedder) return null;
  const search = async (): Promise<Leg> => {
    const [embedding] = await embedder.embed([text], signal);
    const collection = parts.vectors.forTenant(parts.tenant.id, embedder.id);
    const neighbours = embedding ? await collection.nearest(embedding, WIDE) : [];
    return neighbours.map(({ id, similarity }) => ({ id, likeness: similarity }));
  };
  return Promise.race([search(), whenAborted(signal)]);
}
