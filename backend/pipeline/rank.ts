import type { Category } from '../contract/taxonomy.ts';
import type { ItemFacts, ItemStore, KnowledgeItem } from '../ports/knowledge.ts';
import { BESIDE_BEST, FLOOR, PREFERENCE, RECENCY_DAYS, SHOWN } from './retrieve/weights.ts';
import type { Hit } from './retrieve.ts';

export type Wanted = { category: Category; language: string; now: Date };
export type Chosen = { facts: ItemFacts; score: number };
export type Ranked = Chosen & { item: KnowledgeItem };

const DAY_MS = 86_400_000;

const recency = (resolvedAt: string | null, now: Date): number =>
  resolvedAt ? Math.exp(-Math.max(0, now.getTime() - Date.parse(resolvedAt)) / (RECENCY_DAYS * DAY_MS)) : 0;

function preferenceFor({ facts }: Hit, { category, language, now }: Wanted, preference: typeof PREFERENCE): number {
  const { kind, standing, satisfaction, gold } = facts;
  return (
    (facts.category === category ? preference.category : 0) +
    (facts.language === language ? preference.language : 0) +
    (gold ? preference.gold : 0) +
    (satisfaction ? preference[satisfaction] : 0) +
    (kind === 'article' ? preference.article : preference.recency * recency(facts.resolvedAt, now)) +
    (standing === 'current' ? 0 : preference[standing])
  );
}

/** The best five, one of each answer; the category and the language are preferred and never required. */
export function rank(hits: readonly Hit[], wanted: Wanted, preference = PREFERENCE): Chosen[] {
  const answers = new Set<string>();
  const scored = hits
    .filter(({ likeness }) => likeness >= FLOOR)
    .map((hit) => ({
      facts: hit.facts,
      score: Math.min(1, Math.max(0, hit.likeness * (1 + preferenceFor(hit, wanted, preference)))),
    }))
    .toSorted((a, b) => b.score - a.score || (a.facts.id < b.facts.id ? -1 : 1));
  const least = Math.max(FLOOR, (scored[0]?.score ?? 0) * BESIDE_BEST);
  return scored
    .filter(({ score }) => score >= least)
    .filter(({ facts: { answerKey } }) => !answers.has(answerKey) && answers.add(answerKey))
    .slice(0, SHOWN);
}

/** Reads the texts of the chosen alone. What was removed meanwhile is left out. */
export async function readRanked(
  tenantId: string,
  chosen: readonly Chosen[],
  store: Pick<ItemStore, 'readKnowledge'>,
): Promise<Ranked[]> {
  if (chosen.length === 0) return [];
  const items = await store.readKnowledge(
    tenantId,
    chosen.map(({ facts }) => facts.id),
  );
  const itemOf = new Map(items.map((item) => [item.id, item]));
  return chosen.flatMap(({ facts, score }) => {
    const item = itemOf.get(facts.id);
    return item ? [{ item, facts, score }] : [];
  });
}
