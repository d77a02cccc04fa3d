import type { Database } from '../backend/adapters/store/postgres/database.ts';
import { createFingerprints } from '../backend/adapters/store/postgres/fingerprints.ts';
import { createKnowledgeStore } from '../backend/adapters/store/postgres/knowledge.ts';
import { migrate } from '../backend/adapters/store/postgres/migrate.ts';
import { openPglite } from '../backend/adapters/store/postgres/open-pglite.ts';
import { createSearchStore } from '../backend/adapters/store/postgres/search.ts';
import { saveSearchTerms } from '../backend/adapters/store/postgres/search-terms.ts';
import type { RetrieveParts } from '../backend/pipeline/retrieve.ts';
import type { Embedder } from '../backend/ports/embedder.ts';
import type { MaskedText } from '../backend/ports/engine.ts';
import type { Neighbour } from '../backend/ports/vectors.ts';
import { createProgress } from './progress.ts';
import type { Passage } from './retrieval-set.ts';

const TENANT = 'eval';
const BATCH = 64;

export type Index = {
  parts: RetrieveParts;
  /** All passages by cosine. */
  nearest(embedding: readonly number[], count: number): Neighbour[];
  embed(text: string): Promise<number[]>;
  close(): Promise<void>;
};

export const whole = ({ subject, text }: { subject?: string | null | undefined; text: string }): string =>
  subject ? `${subject}\n${text}` : text;

/** The passages as the product keeps them: in a database, searched by the product's own code, and as vectors, compared one by one. */
export async function openIndex(corpus: readonly Passage[], embedder: Embedder): Promise<Index> {
  const database = await openPglite(null);
  await migrate(database);
  await savePassages(database, corpus);
  const vectors = await embedAll(corpus, embedder);
  const ids = corpus.map(({ id }) => id);
  const nearest: Index['nearest'] = (embedding, count) =>
    vectors
      .map((vector, index) => ({ id: ids[index] ?? '', similarity: Math.max(0, dot(vector, embedding)) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, count);
  const store = {
    ...createKnowledgeStore(database, createFingerprints(new Uint8Array(32))),
    ...createSearchStore(database),
    readServing: async () => embedder.id,
  };
  const tenant = { id: TENANT, embedder, findEmbedder: () => null };
  const collection = {
    nearest: async (embedding: number[], count: number) => nearest(embedding, count),
    upsert: async () => {},
    count: async () => ids.length,
    remove: async () => {},
  };
  return {
    parts: { tenant, store, vectors: { forTenant: () => collection } },
    nearest,
    embed: async (text) => (await embedder.embed([text as MaskedText]))[0] ?? [],
    close: () => database.close(),
  };
}

/** Each under its own id, and none folded into one like it: those that judged them took each for itself. */
async function savePassages(database: Database, corpus: readonly Passage[]): Promise<void> {
  for (let at = 0; at < corpus.length; at += BATCH) {
    const batch = corpus.slice(at, at + BATCH);
    const ids = batch.map(({ id }) => id);
    await database.query(
      `INSERT INTO knowledge_item (tenant_id, id, ticket_id, content_hash, answer_key, item)
       SELECT $1, id, id, id, id, '{}' FROM unnest($2::text[]) AS id`,
      [TENANT, ids],
    );
    const items = batch.map((passage) => ({
      id: passage.id,
      title: (passage.subject ?? '') as MaskedText,
      question: passage.text as MaskedText,
    }));
    await saveSearchTerms(database, TENANT, items);
  }
}

async function embedAll(corpus: readonly Passage[], embedder: Embedder): Promise<Float32Array[]> {
  const progress = createProgress('passages', corpus.length);
  const vectors: Float32Array[] = [];
  for (let at = 0; at < corpus.length; at += BATCH) {
    const batch = await embedder.embed(corpus.slice(at, at + BATCH).map((passage) => whole(passage) as MaskedText));
    vectors.push(...batch.map((vector) => Float32Array.from(vector)));
    progress(vectors.length);
  }
  return vectors;
}

function dot(a: Float32Array, b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
