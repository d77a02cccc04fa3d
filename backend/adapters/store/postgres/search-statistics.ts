import { actForAll } from '../../../ports/acting-for.ts';
import type { Database } from './database.ts';
import { eachTerm } from './search-terms.ts';

/** How common terms are among a tenant's items, by a sample of them. */
export type Statistics = { items: number; sampled: number; seenIn: ReadonlyMap<number, number> };

const SAMPLE = 2_000;
/** A sample serves this long an item in it, so that reading it anew costs little beside what it is read for. */
const FRESH_MS = 300;
const TENANTS = 100;

type Kept = { known: Promise<Statistics>; agesAt: number };

async function sample(database: Database, tenantId: string): Promise<Statistics> {
  // What was saved lately waits outside the index, and every search reads through it; an embedded database has nobody else to tidy up.
  await actForAll(() => database.query(`SELECT gin_clean_pending_list('knowledge_search_finding')`));
  const rows = await database.query<{ lot: number; terms: string }>(
    'SELECT lot, terms FROM knowledge_search WHERE tenant_id = $1 ORDER BY lot LIMIT $2',
    [tenantId, SAMPLE],
  );
  const counts = new Map<number, number>();
  const count = (term: number) => counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const { terms } of rows) eachTerm(terms, count);
  const lot = rows.at(-1)?.lot ?? 1;
  if (rows.length < SAMPLE) return { items: rows.length, sampled: rows.length, seenIn: counts };
  // Of a part of the items, what one alone has is as rare as what none has, and most terms are such.
  const seenIn = new Map([...counts].filter(([, count]) => count > 1));
  return { items: Math.round(rows.length / lot), sampled: rows.length, seenIn };
}

/** Each tenant's statistics. They may lag: old ones serve while new ones are read. */
export function createStatistics(database: Database): (tenantId: string) => Promise<Statistics> {
  const keptOf = new Map<string, Kept>();
  const renew = async (tenantId: string, kept: Kept): Promise<void> => {
    kept.agesAt = Number.POSITIVE_INFINITY;
    const read = await sample(database, tenantId);
    kept.known = Promise.resolve(read);
    kept.agesAt = Date.now() + read.sampled * FRESH_MS;
  };
  const read = (tenantId: string): Kept => {
    const known = sample(database, tenantId);
    const kept: Kept = { known, agesAt: Number.POSITIVE_INFINITY };
    known.then(
      ({ sampled }) => {
        kept.agesAt = Date.now() + sampled * FRESH_MS;
      },
      () => keptOf.delete(tenantId),
    );
    keptOf.set(tenantId, kept);
    const [oldest] = keptOf.keys();
    if (keptOf.size > TENANTS && oldest !== undefined) keptOf.delete(oldest);
    return kept;
  };
  return async (tenantId) => {
    const kept = keptOf.get(tenantId) ?? read(tenantId);
    const { known } = kept;
    if (Date.now() >= kept.agesAt) renew(tenantId, kept).catch(() => keptOf.delete(tenantId));
    return known;
  };
}
