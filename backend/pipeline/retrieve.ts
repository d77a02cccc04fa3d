import type { Embedder } from '../ports/embedder.ts';
import type { MaskedText } from '../ports/engine.ts';
import type { KnowledgeItem, KnowledgeStore } from '../ports/store.ts';
import type { Vectors } from '../ports/vectors.ts';

/** Asked for wide and without a filter, which in Chroma costs 10 to 20 times more; ranking narrows it. */
const WIDE = 50;
/** A draft without sources is better than one that comes too late. */
const SEARCH_MS = 8_000;

export type Hit = { item: KnowledgeItem; similarity: number };
export type Retrieved = { hits: Hit[]; available: boolean };

/** Finds the knowledge nearest to a ticket. When the search does not answer, triage goes on without it. */
export async function retrieve(
  input: { tenantId: string; subject: MaskedText; text: MaskedText; exceptTicketId: string },
  { embedder, vectors, store }: { embedder: Embedder; vectors: Vectors; store: Pick<KnowledgeStore, 'readKnowledge'> },
): Promise<Retrieved> {
  try {
    const asked = [`${input.subject}\n${input.text}` as MaskedText];
    const [embedding] = await embedder.embed(asked, AbortSignal.timeout(SEARCH_MS));
    const collection = vectors.forTenant(input.tenantId, embedder.id);
    const neighbours = embedding ? await collection.nearest(embedding, WIDE) : [];
    const items = await store.readKnowledge(
      input.tenantId,
      neighbours.map(({ id }) => id),
    );
    const byId = new Map(items.map((item) => [item.id, item]));
    const hits = neighbours.flatMap(({ id, similarity }) => {
      const item = byId.get(id);
      return item && item.ticketId !== input.exceptTicketId ? [{ item, similarity }] : [];
    });
    return { hits, available: true };
  } catch {
    return { hits: [], available: false };
  }
}
