import { createLexicalEmbedder } from '../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import { createBuiltinEngine, loadShippedModel } from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { WIDE } from '../backend/pipeline/retrieve/weights.ts';
import { retrieve } from '../backend/pipeline/retrieve.ts';
import type { MaskedText } from '../backend/ports/engine.ts';
import { type Index, openIndex, whole } from './retrieval-index.ts';
import { type Query, type RetrievalSet, readRetrievalSet } from './retrieval-set.ts';
import { type Asked, tryCategories, tryFloors, tryFusions } from './retrieval-trials.ts';
import { readShippedTaxonomy } from './shipped-taxonomy.ts';

const OWN = 500;
const FOREIGN = 60;

const pairsOf = (files: readonly string[]): [string, string][] =>
  files.flatMap((file, index): [string, string][] => (index % 2 === 0 ? [[file, files[index + 1] ?? '']] : []));

function readSet([first, second]: [string, string]): RetrievalSet {
  const files = second.endsWith('.queries.jsonl')
    ? { corpus: first, queries: second }
    : { data: first, queryIds: second };
  return readRetrievalSet({ ...files, limit: Number.POSITIVE_INFINITY });
}

/** Evenly over the whole. */
const some = <T>(all: readonly T[], count: number): T[] => {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[Math.floor(index * step)] as T);
};

async function ask(query: Query, { parts, embed, nearest }: Index, categories: ReadonlyMap<string, string | null>) {
  const [subject, text] = [(query.subject ?? '') as MaskedText, query.text as MaskedText];
  const words = await parts.store.searchKnowledge(parts.tenant.id, whole(query) as MaskedText, WIDE);
  const { hits } = await retrieve({ id: query.self ?? '', subject, text }, parts);
  return {
    query,
    vectors: nearest(await embed(whole(query)), WIDE).map(({ id, similarity }) => ({ id, likeness: similarity })),
    words: words.map(({ id, score }) => ({ id, likeness: Math.sqrt(score) })),
    hits: hits.map(({ facts, likeness }) => {
      const category = (categories.get(facts.id) ?? null) as typeof facts.category;
      return { likeness, facts: { ...facts, category } };
    }),
  };
}

/** What the builtin engine takes the queries for. */
async function classify(queries: readonly Query[]): Promise<(string | null)[]> {
  const engine = createBuiltinEngine({ model: loadShippedModel() });
  const taxonomy = readShippedTaxonomy();
  const found: (string | null)[] = [];
  for (const { subject, text } of queries) {
    const input = { subject: (subject ?? '') as MaskedText, text: text as MaskedText, language: 'en' };
    const answer = await engine.classify({ ...input, taxonomy, examples: [] }, AbortSignal.timeout(10_000));
    found.push(answer.ok ? (answer.value.category[0]?.value ?? null) : null);
  }
  return found;
}

const percent = (share: number): string => share.toFixed(3).replace(/^0/, '');
const scores = (of: { 'hit@5': number; mrr: number }): string => `${percent(of['hit@5'])} / ${percent(of.mrr)}`;

async function tryOn(set: RetrievalSet, others: readonly RetrievalSet[]): Promise<void> {
  const index = await openIndex(set.corpus, createLexicalEmbedder());
  const categories = new Map(set.corpus.map(({ id, category }) => [id, category ?? null]));
  const askAll = async (queries: readonly Query[]): Promise<Asked[]> => {
    const asked: Asked[] = [];
    for (const query of queries) asked.push(await ask(query, index, categories));
    return asked;
  };
  const own = await askAll(some(set.queries, OWN));
  console.log('\nfusion                         hit@5 / MRR');
  for (const [name, measured] of Object.entries(tryFusions(own))) console.log(`${name.padEnd(30)} ${scores(measured)}`);
  const foreign = await askAll(others.flatMap(({ queries }) => some(queries, FOREIGN)));
  console.log('\nfloor   relevant hidden   shown to questions of the other sets');
  for (const { floor, hidden, shown } of tryFloors(own, foreign))
    console.log(`${floor.toFixed(2)}    ${percent(hidden).padEnd(17)} ${percent(shown)}`);
  if (own.some(({ query }) => query.category)) {
    const labels = own.map(({ query }) => query.category ?? null);
    const guesses = await classify(own.map(({ query }) => query));
    const guessed = tryCategories(own, guesses);
    const right = guesses.filter((guess, at) => guess === labels[at]).length / labels.length;
    console.log(`\ncategory adds   as labelled    as the builtin engine says (right: ${percent(right)})`);
    for (const [at, measured] of tryCategories(own, labels).entries())
      console.log(
        `${measured.category.toFixed(2)}            ${scores(measured)}    ${scores(guessed[at] ?? measured)}`,
      );
  }
  await index.close();
}

/** What the weights of retrieval rest on: node evals/retrieval-trial.ts CORPUS QUERIES …, each pair also DATA QUERY_IDS. */
const pairs = pairsOf(process.argv.slice(2));
const sets = pairs.map(readSet);
for (const [at, set] of sets.entries()) {
  console.log(`\n${pairs[at]?.[1]}: ${set.queries.length} queries, ${set.corpus.length} passages`);
  await tryOn(
    set,
    sets.filter((other) => other !== set),
  );
}
