import type { OverviewStore, Tally, TallySum } from '../../../ports/overview.ts';
import { aggregating } from './aggregating.ts';
import type { Database } from './database.ts';

/** So many are told apart from more: a backlog of a million is not counted for each view. */
const MOST_WAITING = 50_000;

const COUNTED = 'tenant_id = $1 AND series = ANY($2::text[]) AND day BETWEEN $3::date AND $4::date';

/** One value of JSON: many rows cost their reader more than they cost the database. */
type Packed<Row extends unknown[]> = { rows: Row[] };
type TallyRow = [series: Tally['series'], day: string, key: string, second: string, tickets: number, total: number];
type SumRow = [series: Tally['series'], key: string, second: string, tickets: number, total: number];

export const createTallyStore = (
  database: Database,
): Pick<OverviewStore, 'readTallies' | 'sumTallies' | 'readCounted'> => ({
  async readTallies(tenantId, series, { from, to }) {
    const [packed] = await aggregating(database, (tx) =>
      tx.query<Packed<TallyRow>>(
        `SELECT coalesce(json_agg(json_build_array(series, day, key, second, tickets, total)), '[]') AS rows FROM (
         SELECT series, day, key, second, tickets, total FROM overview_tally
         WHERE ${COUNTED} AND tickets <> 0 ORDER BY series, day, key, second) AS counted`,
        [tenantId, series, from, to],
      ),
    );
    return (packed?.rows ?? []).map(
      ([name, day, key, second, tickets, total]): Tally => ({ series: name, day, key, second, tickets, total }),
    );
  },

  async sumTallies(tenantId, series, { from, to }) {
    const [packed] = await aggregating(database, (tx) =>
      tx.query<Packed<SumRow>>(
        `SELECT coalesce(json_agg(json_build_array(series, key, second, tickets, total)), '[]') AS rows FROM (
         SELECT series, key, second, sum(tickets)::int AS tickets, sum(total) AS total FROM overview_tally
         WHERE ${COUNTED} GROUP BY series, key, second HAVING sum(tickets) <> 0 ORDER BY series, key, second) AS summed`,
        [tenantId, series, from, to],
      ),
    );
    return (packed?.rows ?? []).map(
      ([name, key, second, tickets, total]): TallySum => ({ series: name, key, second, tickets, total }),
    );
  },

  async readCounted(tenantId) {
    const [row] = await database.query<{ counted_at: Date; waiting: number }>(
      `SELECT coalesce(min(at), now()) AS counted_at, count(*)::int AS waiting
       FROM (SELECT at FROM overview_change WHERE tenant_id = $1 ORDER BY seq LIMIT ${MOST_WAITING}) AS change`,
      [tenantId],
    );
    return { countedAt: (row?.counted_at ?? new Date()).toISOString(), waiting: row?.waiting ?? 0 };
  },
});
