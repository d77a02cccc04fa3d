import { createLexicalEmbedder } from '../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import type { MaskedText } from '../backend/ports/engine.ts';
import { EvalFailure } from './failure.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { type Passage, type Query, readRetrievalSet } from './retrieval-set.ts';
import { latency } from './scores.ts';

const BATCH = 64;

/** How high the first relevant passage ranks by cosine. */
export async function measureRetrieval(options: Options) {
  if (options.embedder !== 'lexical') throw new EvalFailure(`--embedder ${options.embedder} is not available yet`);
  if (options.mode !== 'dense') throw new EvalFailure(`--mode ${options.mode} is not available yet`);
  const { corpus, queries } = readRetrievalSet(options);
  if (corpus.length === 0 || queries.length === 0)
    throw new EvalFailure('retrieval needs at least one passage and one query');
  const embedder = createLexicalEmbedder();
  const embed = (texts: string[]): Promise<number[][]> => embedder.embed(texts as MaskedText[]);
  const vectors = await embedAll(corpus, embed);
  const progress = createProgress('queries', queries.length);
  const times: number[] = [];
  const ranks: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    const [vector = []] = await embed([whole(query)]);
    const scores = vectors.map((candidate) => dot(candidate, vector));
    times.push(performance.now() - start);
    ranks.push(firstRelevant(query, corpus, scores));
    progress(ranks.length);
  }
  const hitAt = (k: number): number => ranks.filter((rank) => rank <= k).length / ranks.length;
  return {
    embedder: embedder.id,
    mode: options.mode,
    corpus: corpus.length,
    n: ranks.length,
    'hit@1': hitAt(1),
    'hit@5': hitAt(5),
    'hit@10': hitAt(10),
    mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
    latencyMs: latency(times),
  };
}

const whole = ({ subject, text }: { subject?: string | null | undefined; text: string }): string =>
  subject ? `${subject}\n${text}` : text;

function dot(a: Float32Array, b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

async function embedAll(corpus: Passage[], embed: (texts: string[]) => Promise<number[][]>): Promise<Float32Array[]> {
  const progress = createProgress('passages', corpus.length);
  const vectors: Float32Array[] = [];
  for (let at = 0; at < corpus.length; at += BATCH) {
    const batch = await embed(corpus.slice(at, at + BATCH).map(whole));
    vectors.push(...batch.map((vector) => Float32Array.from(vector)));
    progress(vectors.length);
  }
  return vectors;
}

/** 1 for the best place; infinite when nothing is relevant. Of equal scores the earlier passage stands first. */
function firstRelevant(query: Query, corpus: Passage[], scores: number[]): number {
  const scoreAt = (index: number): number => scores[index] ?? 0;
  const rivals = corpus.flatMap(({ id }, index) => (id === query.self ? [] : [index]));
  const found = rivals
    .filter((index) => query.isRelevant(corpus[index]?.id ?? ''))
    .reduce((best, index) => (best < 0 || scoreAt(index) > scoreAt(best) ? index : best), -1);
  if (found < 0) return Number.POSITIVE_INFINITY;
  const isAhead = (index: number): boolean =>
    scoreAt(index) > scoreAt(found) || (scoreAt(index) === scoreAt(found) && index < found);
  return 1 + rivals.filter(isAhead).length;
}
