import type { Embedder } from '../ports/embedder.ts';
import type { EmbeddingStore } from '../ports/knowledge.ts';
import type { Vectors } from '../ports/vectors.ts';
import { embedBatch, type ToEmbed } from './embed-batch.ts';

const BATCH = 250;
/** While one batch is written, another one is embedded and a third one read. */
const IN_FLIGHT = 3;

export type FillParts = {
  store: Pick<EmbeddingStore, 'findUnembedded' | 'markEmbedded' | 'unmarkEmbedded'>;
  vectors: Vectors;
};

export type FillOptions = {
  /** These alone, instead of everything. */
  ids?: string[] | undefined;
  onBatch?: ((count: number) => void) | undefined;
  /** Begins no other batch once it is aborted. */
  signal?: AbortSignal | undefined;
};

export type Filled = { embedded: number; refused: number };

/** What is not embedded yet, batch by batch in id order; nothing more once it was ended. */
function readUnembedded(tenantId: string, embedderId: string, { store }: FillParts, { ids, signal }: FillOptions) {
  let after = '';
  let ended = false;
  let last: Promise<ToEmbed[]> = Promise.resolve([]);
  const read = async (): Promise<ToEmbed[]> => {
    if (ended || signal?.aborted) return [];
    const items = await store.findUnembedded(tenantId, embedderId, { after, limit: BATCH, ids });
    after = items.at(-1)?.id ?? after;
    ended ||= items.length < BATCH;
    return items;
  };
  return {
    next(): Promise<ToEmbed[]> {
      last = last.then(read);
      return last;
    },
    end(): void {
      ended = true;
    },
  };
}

/** Embeds what this embedder has not embedded in its present form; may be stopped, run again and run twice at any time. */
export async function fillCollection(
  tenantId: string,
  embedder: Embedder,
  parts: FillParts,
  options: FillOptions = {},
): Promise<Filled> {
  const { store, vectors } = parts;
  const collection = vectors.forTenant(tenantId, embedder.id);
  const unembedded = readUnembedded(tenantId, embedder.id, parts, options);
  const filled: Filled = { embedded: 0, refused: 0 };

  const fillBatch = async (batch: ToEmbed[]): Promise<void> => {
    const { items, vectors: made, refused } = await embedBatch(embedder, batch);
    await collection.upsert(made);
    const gone = await store.markEmbedded(tenantId, embedder.id, items);
    if (gone.length > 0) await collection.remove(gone);
    filled.embedded += items.length - gone.length;
    filled.refused += refused;
    options.onBatch?.(items.length - gone.length);
  };
  const run = async (): Promise<void> => {
    for (let batch = await unembedded.next(); batch.length > 0; batch = await unembedded.next()) {
      await fillBatch(batch).catch((error) => {
        unembedded.end();
        throw error;
      });
    }
  };
  const runs = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, run));
  for (const each of runs) if (each.status === 'rejected') throw each.reason;
  return filled;
}
