import { z } from 'zod';
import { EvalFailure } from './failure.ts';
import type { Options } from './options.ts';
import { readJson, readRows } from './read-file.ts';

const passageSchema = z.object({
  id: z.string(),
  text: z.string().default(''),
  subject: z.string().nullish(),
  category: z.string().nullish(),
});
const querySchema = passageSchema.extend({ relevant: z.array(z.string()), self: z.string().nullish() });
const labelledSchema = passageSchema.extend({ label: z.string() });
const idsSchema = z.union([
  z.array(z.string()),
  z.object({ query_ids: z.array(z.string()) }).transform((file) => file.query_ids),
]);

export type Passage = z.infer<typeof passageSchema>;
export type Query = {
  id: string;
  text: string;
  subject?: string | null | undefined;
  category?: string | null | undefined;
  self: string | null;
  isRelevant(id: string): boolean;
};
export type RetrievalSet = { corpus: Passage[]; queries: Query[] };

export function readRetrievalSet({
  corpus,
  queries,
  data,
  queryIds,
  limit,
}: Pick<Options, 'corpus' | 'queries' | 'data' | 'queryIds' | 'limit'>): RetrievalSet {
  if (corpus !== undefined && queries !== undefined) return readJudged(corpus, queries, limit);
  if (data !== undefined && queryIds !== undefined) return readByLabel(data, queryIds, limit);
  throw new EvalFailure('retrieval needs --corpus FILE and --queries FILE, or --data FILE and --query-ids FILE');
}

function readJudged(corpus: string, queries: string, limit: number): RetrievalSet {
  return {
    corpus: readRows(corpus, passageSchema),
    queries: readRows(queries, querySchema, limit).map(({ relevant, self, ...query }) => {
      const wanted = new Set(relevant);
      return { ...query, self: self ?? null, isRelevant: (id) => wanted.has(id) };
    }),
  };
}

/** The queries search the rows that are not queries; the same label is relevant. */
function readByLabel(data: string, queryIds: string, limit: number): RetrievalSet {
  const asked = new Set(readJson(queryIds, idsSchema));
  const rows = readRows(data, labelledSchema);
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  const queries = rows.filter(({ id }) => asked.has(id)).slice(0, limit);
  return {
    corpus: rows.filter(({ id }) => !asked.has(id)),
    queries: queries.map(({ label, ...row }) => ({
      ...row,
      self: row.id,
      isRelevant: (id) => labels.get(id) === label,
    })),
  };
}
