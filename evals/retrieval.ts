import { createLexicalEmbedder } from '../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import { createOpenAiEmbedder } from '../backend/adapters/embedder/openai/create-openai-embedder.ts';
import { rank } from '../backend/pipeline/rank.ts';
import { WIDE } from '../backend/pipeline/retrieve/weights.ts';
import { retrieve } from '../backend/pipeline/retrieve.ts';
import type { Embedder } from '../backend/ports/embedder.ts';
import type { MaskedText } from '../backend/ports/engine.ts';
import { fitBm25 } from './bm25.ts';
import { EvalFailure } from './failure.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { byScore, firstRelevant, type RankedList, scoreRanks } from './ranked-list.ts';
import { type Index, openIndex, whole } from './retrieval-index.ts';
import { type Passage, type Query, type RetrievalSet, readRetrievalSet } from './retrieval-set.ts';
import { latency } from './scores.ts';
import { fitCosines } from './tfidf.ts';

const MODEL = { name: 'text-embedding-3-small', dimensions: 1536 };

/** `shown`: what an agent would see, if anything. */
type Found = { list: RankedList; shown?: RankedList };
type Search = (query: Query, index: Index) => Promise<Found>;

const SEARCHES: Record<string, Search> = {
  dense: async (query, { embed, nearest }) => {
    const neighbours = nearest(await embed(whole(query)), Number.POSITIVE_INFINITY);
    return { list: neighbours.map(({ id }) => id) };
  },
  lexical: async (query, { parts: { store, tenant } }) => {
    const found = await store.searchKnowledge(tenant.id, ticketOf(query).whole, WIDE);
    return { list: found.map(({ id }) => id) };
  },
  fused: async (query, { parts }) => {
    const { hits } = await retrieve(ticketOf(query), parts);
    // Nothing is known of the passages that could be preferred.
    const shown = rank(hits, { category: 'general', language: 'none', now: new Date(0) });
    return { list: hits.map(({ facts }) => facts.id), shown: shown.map(({ facts }) => facts.id) };
  },
};

/** How high the first relevant passage stands in what the product finds, and in what textbooks would find. */
export async function measureRetrieval(options: Options) {
  const search = SEARCHES[options.mode];
  if (!search) throw new EvalFailure(`--mode ${options.mode}: there are ${Object.keys(SEARCHES).join(', ')}`);
  const set = readRetrievalSet(options);
  if (set.corpus.length === 0 || set.queries.length === 0)
    throw new EvalFailure('retrieval needs at least one passage and one query');
  const embedder = createEmbedder(options);
  const index = await openIndex(set.corpus, embedder);
  try {
    const { found, times } = await searchAll(set.queries, (query) => search(query, index));
    return {
      embedder: embedder.id,
      mode: options.mode,
      corpus: set.corpus.length,
      n: set.queries.length,
      ...scoreRanks(set.queries.map((query, at) => firstRelevant(found[at]?.list ?? [], query))),
      ...(options.mode === 'fused' ? { shown: scoreShown(set.queries, found) } : {}),
      baselines: measureTextbooks(set),
      latencyMs: latency(times),
    };
  } finally {
    await index.close();
  }
}

function createEmbedder({ embedder, access }: Options): Embedder {
  if (embedder === 'lexical') return createLexicalEmbedder();
  const [vendor, model = MODEL.name] = embedder.split(':');
  if (vendor !== 'openai') throw new EvalFailure(`--embedder ${embedder}: there are lexical and openai[:model]`);
  if (!access?.apiKey) throw new EvalFailure('--embedder openai needs OPENAI_API_KEY');
  const { apiKey, baseURL } = access;
  return createOpenAiEmbedder({ apiKey, baseURL, model, dimensions: MODEL.dimensions, fetch });
}

const ticketOf = (query: Query) => ({
  id: query.self ?? '',
  subject: (query.subject ?? '') as MaskedText,
  text: query.text as MaskedText,
  whole: whole(query) as MaskedText,
});

async function searchAll(queries: readonly Query[], search: (query: Query) => Promise<Found>) {
  const progress = createProgress('queries', queries.length);
  const found: Found[] = [];
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    found.push(await search(query));
    times.push(performance.now() - start);
    progress(found.length);
  }
  return { found, times };
}

/** Of all queries: something is shown, and something relevant is among it. */
function scoreShown(queries: readonly Query[], found: readonly Found[]) {
  const shown = found.map((each) => each.shown ?? []);
  const hits = queries.filter((query, at) => Number.isFinite(firstRelevant(shown[at] ?? [], query)));
  return {
    any: shown.filter((list) => list.length > 0).length / queries.length,
    relevant: hits.length / queries.length,
  };
}

function measureTextbooks({ corpus, queries }: RetrievalSet) {
  const texts = corpus.map(whole);
  const ids = corpus.map(({ id }: Passage) => id);
  const measure = (scoresOf: (text: string) => Float64Array) => {
    const ranks = queries.map((query) => firstRelevant(byScore(ids, scoresOf(whole(query))), query));
    const { 'hit@5': hit5, mrr } = scoreRanks(ranks);
    return { 'hit@5': hit5, mrr };
  };
  return { bm25: measure(fitBm25(texts)), tfidf: measure(fitCosines(texts)) };
}
