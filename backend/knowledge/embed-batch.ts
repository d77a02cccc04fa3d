import type { Embedder } from '../ports/embedder.ts';
import type { MaskedText } from '../ports/engine.ts';
import { OutsideError } from '../ports/errors.ts';
import type { KnowledgeItem } from '../ports/knowledge.ts';
import type { Vector } from '../ports/vectors.ts';

export type ToEmbed = Pick<KnowledgeItem, 'id' | 'title' | 'question' | 'contentHash'>;
export type EmbeddedBatch = { items: ToEmbed[]; vectors: Vector[]; refused: number };

/** So many in a row, and none taken: it is not the texts. */
const REFUSED_ALL = 16;

const textOf = ({ title, question }: ToEmbed): MaskedText => `${title}\n${question}` as MaskedText;

/** What one text of a batch can be the cause of. */
const isRefusal = (error: unknown): boolean =>
  error instanceof OutsideError && (error.code === 'rejected' || error.code === 'bad_answer');

/** Embeds a batch. One that is refused is halved until the culprit is alone, so that it takes no other with it. */
export async function embedBatch(embedder: Embedder, items: ToEmbed[]): Promise<EmbeddedBatch> {
  try {
    const embeddings = await embedder.embed(items.map(textOf));
    return { items, vectors: items.map(({ id }, index) => ({ id, embedding: embeddings[index] ?? [] })), refused: 0 };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (items.length === 1) return { items: [], vectors: [], refused: 1 };
    const middle = items.length >> 1;
    const first = await embedBatch(embedder, items.slice(0, middle));
    const rest = await embedBatch(embedder, items.slice(middle));
    // Or an embedder that refuses everything would be asked about each text.
    if (first.items.length + rest.items.length === 0 && items.length >= REFUSED_ALL) throw error;
    return {
      items: [...first.items, ...rest.items],
      vectors: [...first.vectors, ...rest.vectors],
      refused: first.refused + rest.refused,
    };
  }
}
