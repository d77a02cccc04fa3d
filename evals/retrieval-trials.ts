import type { Category } from '../backend/contract/taxonomy.ts';
import { rank } from '../backend/pipeline/rank.ts';
import { fuse, type Leg } from '../backend/pipeline/retrieve/fuse.ts';
import { FUSION, PREFERENCE, SHOWN } from '../backend/pipeline/retrieve/weights.ts';
import type { Hit } from '../backend/pipeline/retrieve.ts';
import { firstRelevant, scoreRanks } from './ranked-list.ts';
import type { Query } from './retrieval-set.ts';

/** One query and what each leg and both together brought. */
export type Asked = { query: Query; vectors: Leg; words: Leg; hits: readonly Hit[] };
type Fusion = (vectors: Leg, words: Leg) => Leg;

const reciprocal =
  (k: number): Fusion =>
  (vectors, words) => {
    const sums = new Map<string, number>();
    for (const leg of [vectors, words])
      for (const [index, { id }] of leg.entries()) sums.set(id, (sums.get(id) ?? 0) + 1 / (k + index + 1));
    return Array.from(sums, ([id, likeness]) => ({ id, likeness })).toSorted((a, b) => b.likeness - a.likeness);
  };

/** The mean of both, each as a share of its best. */
const ofBest: Fusion = (vectors, words) => {
  const sums = new Map<string, number>();
  for (const leg of [vectors, words])
    for (const { id, likeness } of leg) sums.set(id, (sums.get(id) ?? 0) + likeness / (leg[0]?.likeness || 1));
  return Array.from(sums, ([id, likeness]) => ({ id, likeness })).toSorted((a, b) => b.likeness - a.likeness);
};

const FUSIONS: Record<string, Fusion> = {
  'vectors alone': (vectors) => vectors,
  'words alone': (_, words) => words,
  'reciprocal rank, k 60': reciprocal(60),
  'reciprocal rank, k 10': reciprocal(10),
  'share of the best, mean': ofBest,
  ...Object.fromEntries(
    [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6].map((part): [string, Fusion] => [
      `geometric mean, vectors ${part}`,
      (vectors, words) => fuse(vectors, words, { ...FUSION, vectors: part }),
    ]),
  ),
};

export function tryFusions(asked: readonly Asked[]): Record<string, { 'hit@5': number; mrr: number }> {
  const measure = (fusion: Fusion) => {
    const ranks = asked.map(({ query, vectors, words }) => {
      const list = fusion(vectors, words).map(({ id }) => id);
      return firstRelevant(list, query);
    });
    const { 'hit@5': hit, mrr } = scoreRanks(ranks);
    return { 'hit@5': hit, mrr };
  };
  return Object.fromEntries(Object.entries(FUSIONS).map(([name, fusion]) => [name, measure(fusion)]));
}

const FLOORS = [0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28];

/** By the floor: of the relevant among the first five, how many it hides; of the questions about something else, how many still show one. */
export function tryFloors(own: readonly Asked[], foreign: readonly Asked[]) {
  const relevant = own.flatMap(({ query, hits }) =>
    hits
      .slice(0, SHOWN)
      .filter(({ facts: { id } }) => id !== query.self && query.isRelevant(id))
      .slice(0, 1),
  );
  const best = foreign.map(({ hits }) => hits[0]?.likeness ?? 0);
  const share = (of: readonly number[], holds: (likeness: number) => boolean) => of.filter(holds).length / of.length;
  return FLOORS.map((floor) => ({
    floor,
    hidden: share(
      relevant.map(({ likeness }) => likeness),
      (likeness) => likeness < floor,
    ),
    shown: share(best, (likeness) => likeness >= floor),
  }));
}

const GAINS = [0, 0.04, 0.08, 0.12, 0.16, 0.24];

/** By what the category adds: how high the first relevant stands among the five, when the category asked for is `categories[i]`. */
export function tryCategories(asked: readonly Asked[], categories: readonly (string | null)[]) {
  return GAINS.map((category) => {
    const ranks = asked.map(({ query, hits }, index) => {
      const wanted = { category: categories[index] as Category, language: 'none', now: new Date(0) };
      const shown = rank(hits, wanted, { ...PREFERENCE, category });
      return firstRelevant(
        shown.map(({ facts }) => facts.id),
        query,
      );
    });
    const { 'hit@5': hit, mrr } = scoreRanks(ranks);
    return { category, 'hit@5': hit, mrr };
  });
}
