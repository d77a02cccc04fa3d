import type { SearchStore } from '../../../ports/knowledge.ts';
import type { Database } from './database.ts';
import { createStatistics, type Statistics } from './search-statistics.ts';
import { type AskedTerm, eachTerm, readQuestion, toCode } from './search-terms.ts';

/** How many items the rarest terms may bring; more cost time, and what only common terms bring is seldom alike. */
const FOUND = 300;
/** Never more than these are looked at, however wrong the statistics are. */
const MOST_FOUND = 1_500;
const MOST_SEEN = 100;
const MOST_UNSEEN = 16;
/** In how many items of the sample a term is taken to be that the sample lacks. */
const UNSEEN = 0.05;
/** How much more a rare term tells than a common one. */
const RARITY = 1.5;
const LIKELY = 8_192;

type Term = AskedTerm & { term: number; seen: boolean; items: number };

/** The question's terms, the rarest first: each with its weight and the number of items that should have it. */
function judge(asked: ReadonlyMap<number, AskedTerm>, { items, sampled, seenIn }: Statistics): Term[] {
  const scale = sampled > 0 ? items / sampled : 1;
  return Array.from(asked, ([term, { weight, finds }]) => {
    const having = (seenIn.get(term) ?? UNSEEN) * scale;
    const rarity = Math.log(1 + Math.max(1, items) / Math.max(1, having)) ** RARITY;
    return { term, finds, seen: seenIn.has(term), items: having, weight: weight * rarity };
  }).toSorted((a, b) => a.items - b.items || b.weight - a.weight);
}

/**
 * The rarest terms: enough to bring what is wanted, and more for as long as they bring no more than may be found. Beside them
 * some that may be new or too rare to be known.
 */
function chooseRarest(terms: readonly Term[], wanted: number): Term[] {
  const finding = terms.filter(({ finds }) => finds);
  const chosen = finding.filter(({ seen }) => !seen).slice(0, MOST_UNSEEN);
  let found = 0;
  for (const term of finding.filter(({ seen }) => seen).slice(0, MOST_SEEN)) {
    if (found >= wanted && found + term.items > FOUND) break;
    found += term.items;
    chosen.push(term);
  }
  return chosen;
}

/** Each line is an item's terms, a tab and its id. A long item shares more by chance. */
function scoreLines(lines: string, weights: ReadonlyMap<number, number>): { id: string; score: number }[] {
  const scored: { id: string; score: number }[] = [];
  // Most terms of most items are not among the question's, and this tells it sooner.
  const likely = new Uint8Array(LIKELY);
  for (const term of weights.keys()) likely[term % LIKELY] = 1;
  let shared = 0;
  const add = (term: number) => {
    if (likely[term % LIKELY]) shared += weights.get(term) ?? 0;
  };
  for (let from = 0; from < lines.length; ) {
    const tab = lines.indexOf('\t', from);
    const end = lines.indexOf('\n', tab);
    const next = end < 0 ? lines.length : end;
    shared = 0;
    const size = eachTerm(lines, add, from, tab);
    scored.push({ id: lines.slice(tab + 1, next), score: shared / Math.sqrt(size) });
    from = next + 1;
  }
  return scored;
}

/** PostgreSQL's index finds the items that share telling words; what they share is then weighed. */
export function createSearchStore(database: Database): SearchStore {
  const readStatistics = createStatistics(database);
  return {
    async searchKnowledge(tenantId, text, limit) {
      const asked = readQuestion(tenantId, text);
      if (asked.size === 0) return [];
      const terms = judge(asked, await readStatistics(tenantId));
      const codes = chooseRarest(terms, limit).map(({ term }) => toCode(term));
      // All in one value: hundreds of rows would take longer on their way than in the index, which must not be the tenant's.
      const [found] = await database.query<{ lines: string | null }>(
        `SELECT string_agg(terms || E'\\t' || item_id, E'\\n') AS lines FROM (
           SELECT item_id, terms FROM knowledge_search
           WHERE finding_terms(terms, finding) && $2::text[] AND tenant_id || '' = $1 LIMIT $3
         ) AS found`,
        [tenantId, codes, MOST_FOUND],
      );
      if (!found?.lines) return [];
      const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
      // What the question's own words would get, so that 1 says the same words.
      const whole = terms.reduce((sum, { weight }) => sum + weight, 0) / Math.sqrt(terms.length);
      return scoreLines(found.lines, weights)
        .map(({ id, score }) => ({ id, score: Math.min(1, score / whole) }))
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
  };
}
