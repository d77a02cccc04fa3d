import type { Query } from './retrieval-set.ts';

/** Passages best first, of one query. */
export type RankedList = readonly string[];

/** The place of the first relevant passage, from 1; infinite when there is none in the list. The query itself does not count. */
export function firstRelevant(list: RankedList, { self, isRelevant }: Query): number {
  const found = list.filter((id) => id !== self).findIndex(isRelevant);
  return found < 0 ? Number.POSITIVE_INFINITY : found + 1;
}

/** Those of a score above 0, best first; of equal scores the earlier stands first. */
export const byScore = (ids: readonly string[], scores: ArrayLike<number>): RankedList =>
  ids
    .map((id, index) => ({ id, score: scores[index] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);

export function scoreRanks(ranks: readonly number[]) {
  const share = (of: (rank: number) => number): number => ranks.reduce((sum, rank) => sum + of(rank), 0) / ranks.length;
  const hitAt = (k: number): number => share((rank) => Number(rank <= k));
  return { 'hit@1': hitAt(1), 'hit@5': hitAt(5), 'hit@10': hitAt(10), mrr: share((rank) => 1 / rank) };
}
