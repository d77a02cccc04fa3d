import { type RoutingRules, teamsOf } from '../../contract/routing-rules.ts';
import type { Category } from '../../contract/taxonomy.ts';

export type Followed = {
  rules: RoutingRules;
  /** Categories that have got a row, and those whose row is gone. */
  gained: Category[];
  lost: Category[];
  /** The team of those that have got one. */
  team: string;
};

/**
 * Rules with a row for each of these categories and for no other, the same where that is so already. A new category goes
 * where `general` goes, or the first one where there is no such category.
 */
export function followTaxonomy(rules: RoutingRules, categories: readonly Category[]): Followed {
  const rows = rules.categories;
  const pattern = (Object.hasOwn(rows, 'general') ? rows.general : undefined) ?? Object.values(rows)[0];
  if (!pattern) throw new RangeError('Routing rules have a row for at least one category');
  const gained = categories.filter((category) => !Object.hasOwn(rows, category));
  const lost = Object.keys(rows).filter((category) => !categories.includes(category));
  const { team } = pattern;
  if (gained.length === 0 && lost.length === 0) return { rules, gained, lost, team };
  const kept = categories.map((category) => [category, gained.includes(category) ? pattern : rows[category]]);
  const followed: RoutingRules = { ...rules, categories: Object.fromEntries(kept) };
  const named = teamsOf(followed);
  const teams = Object.fromEntries(Object.entries(rules.teams).filter(([name]) => named.includes(name)));
  return { rules: { ...followed, teams }, gained, lost, team };
}
