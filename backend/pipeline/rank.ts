import type { Category } from '../contract/taxonomy.ts';
import type { Hit } from './retrieve.ts';

export type Ranked = Hit & { score: number };

const TOP = 5;
/** Under this nothing is called similar, neither before nor after what speaks against it. */
const FLOOR = 0.16;
/** What is less than half as good as the best one is not shown beside it. */
const BESIDE_BEST = 0.5;
/** By what share each raises or lowers the similarity: they order near ties and never make a weak match a good one. */
const WEIGHTS = { category: 0.15, language: 0.3, gold: 0.05, good: 0.03, bad: -0.3, recency: 0.05, article: 0.15 };
const RECENCY_DAYS = 365;
const DAY_MS = 86_400_000;

const recency = (resolvedAt: string | null, now: Date): number =>
  resolvedAt ? Math.exp(-Math.max(0, now.getTime() - Date.parse(resolvedAt)) / (RECENCY_DAYS * DAY_MS)) : 0;

function scoreOf({ item, similarity }: Hit, wanted: { category: Category; language: string; now: Date }): number {
  const gain =
    (item.category === wanted.category ? WEIGHTS.category : 0) +
    (item.language === wanted.language ? WEIGHTS.language : 0) +
    (item.gold ? WEIGHTS.gold : 0) +
    (item.satisfaction ? WEIGHTS[item.satisfaction] : 0) +
    (item.kind === 'article' ? WEIGHTS.article : WEIGHTS.recency * recency(item.resolvedAt, wanted.now));
  return Math.min(1, Math.max(0, similarity * (1 + gain)));
}

/** The best five, one of each answer; the category is preferred and never required, since it may be wrong. */
export function rank(hits: Hit[], wanted: { category: Category; language: string; now: Date }): Ranked[] {
  const answers = new Set<string>();
  const scored = hits
    .filter(({ similarity }) => similarity >= FLOOR)
    .map((hit) => ({ ...hit, score: scoreOf(hit, wanted) }))
    .toSorted((a, b) => b.score - a.score || a.item.id.localeCompare(b.item.id));
  const least = Math.max(FLOOR, (scored[0]?.score ?? 0) * BESIDE_BEST);
  return scored
    .filter(({ score }) => score >= least)
    .filter(({ item }) => !answers.has(item.answer) && answers.add(item.answer))
    .slice(0, TOP);
}
