import type { Category } from '../contract/taxonomy.ts';
import type { Hit } from './retrieve.ts';

export type Ranked = Hit & { score: number };

const TOP = 5;
/** Under this similarity nothing is called similar. */
const FLOOR = 0.12;
/** What speaks for an item beside its similarity; small, so that they order near ties and never outweigh a better match. */
const WEIGHTS = { category: 0.08, language: 0.06, gold: 0.04, good: 0.02, bad: -0.1, recency: 0.04, article: 0.02 };
const RECENCY_DAYS = 365;
const DAY_MS = 86_400_000;

const recency = (resolvedAt: string | null, now: Date): number =>
  resolvedAt ? Math.exp(-Math.max(0, now.getTime() - Date.parse(resolvedAt)) / (RECENCY_DAYS * DAY_MS)) : 0;

function scoreOf({ item, similarity }: Hit, wanted: { category: Category; language: string; now: Date }): number {
  const bonus =
    (item.category === wanted.category ? WEIGHTS.category : 0) +
    (item.language === wanted.language ? WEIGHTS.language : 0) +
    (item.gold ? WEIGHTS.gold : 0) +
    (item.satisfaction ? WEIGHTS[item.satisfaction] : 0) +
    (item.kind === 'article' ? WEIGHTS.article : WEIGHTS.recency * recency(item.resolvedAt, wanted.now));
  return Math.min(1, Math.max(0, similarity + bonus));
}

/** The best five, one of each answer; the category is preferred and never required, since it may be wrong. */
export function rank(hits: Hit[], wanted: { category: Category; language: string; now: Date }): Ranked[] {
  const answers = new Set<string>();
  return hits
    .filter(({ similarity }) => similarity >= FLOOR)
    .map((hit) => ({ ...hit, score: scoreOf(hit, wanted) }))
    .toSorted((a, b) => b.score - a.score || a.item.id.localeCompare(b.item.id))
    .filter(({ item }) => !answers.has(item.answer) && answers.add(item.answer))
    .slice(0, TOP);
}
