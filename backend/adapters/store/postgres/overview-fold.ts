import type { OverviewStore } from '../../../ports/overview.ts';
import type { Transaction } from '../../../ports/store.ts';
import { aggregating } from './aggregating.ts';
import type { Database } from './database.ts';
import { CHANGING_COLUMNS } from './overview-columns.ts';
import { COUNTS, ENTRIES } from './overview-entries.ts';
import { FACTS } from './overview-facts.ts';
import { offsetsOf } from './overview-zone.ts';

const LOCK = 7_421_904;
/** Sums of fractions that were added and taken away again leave such a rest. */
const NOTHING = 1e-9;

/** Until the transaction ends nobody counts tickets of this tenant: an erasure finds what was counted, or is found. */
export async function lockFold(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${LOCK}, hashtext($1))`, [tenantId]);
}

const COLUMNS = ['tenant_id', 'ticket_id', 'day', ...CHANGING_COLUMNS].join(', ');

/** Adds what the facts, each with its `sign`, come to. */
export const addToTallies = (signed: string): string => `
  INSERT INTO overview_tally AS tally (tenant_id, series, day, key, second, tickets, total)
  SELECT fact.tenant_id, entry.series, fact.day, entry.key, entry.second, sum(sign), sum(sign * entry.total)
  FROM (${signed}) AS fact ${ENTRIES}
  WHERE ${COUNTS}
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0 OR abs(sum(sign * entry.total)) > ${NOTHING}
  ON CONFLICT (tenant_id, series, day, key, second) DO UPDATE
  SET tickets = tally.tickets + excluded.tickets, total = tally.total + excluded.total`;

/** The statement sees all facts as they were before it. */
const FOLD = `WITH ${FACTS},
  gone AS (DELETE FROM ticket_fact WHERE tenant_id = $1 AND ctid = ANY(ARRAY(SELECT place FROM old WHERE (
    SELECT true FROM triage WHERE triage.tenant_id = $1 AND triage.ticket_id = old.ticket_id LIMIT 1) IS NULL))),
  kept AS (INSERT INTO ticket_fact (${COLUMNS}) SELECT ${COLUMNS} FROM fresh
    ON CONFLICT (tenant_id, ticket_id) DO UPDATE
    SET ${CHANGING_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}
    WHERE ticket_fact.* IS DISTINCT FROM excluded.*)
  ${addToTallies(`SELECT 1 AS sign, ${COLUMNS} FROM fresh
    UNION ALL SELECT -1, ${COLUMNS} FROM old WHERE ticket_id IN (SELECT ticket_id FROM fresh)`)}`;

async function takeChanges(tx: Transaction, tenantId: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `DELETE FROM overview_change WHERE tenant_id = $1 AND seq = ANY(ARRAY(
       SELECT seq FROM overview_change WHERE tenant_id = $1 ORDER BY seq LIMIT $2))
     RETURNING ticket_id AS id`,
    [tenantId, limit],
  );
  return rows.map(({ id }) => id);
}

async function foldBatch(database: Database, tenantId: string, limit: number, timeZone: string): Promise<number> {
  return aggregating(database, async (tx) => {
    const [lock] = await tx.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${LOCK}, hashtext($1)) AS taken`,
      [tenantId],
    );
    if (!lock?.taken) return 0;
    const ticketIds = await takeChanges(tx, tenantId, limit);
    const { starts, seconds } = offsetsOf(timeZone);
    if (ticketIds.length > 0) await tx.query(FOLD, [tenantId, [...new Set(ticketIds)], starts, seconds]);
    return ticketIds.length;
  });
}

/** Classes 22 and 23 of SQLSTATE: the row is at fault, and will be the next time. */
const isOfRow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

/**
 * Counts what has changed: the facts of the tickets anew, and in the tallies the difference to what they were. One ticket that
 * cannot be counted is found by halves and left out, so that it holds up no other; that call throws.
 */
export const createFold = (database: Database): Pick<OverviewStore, 'foldChanges'> => ({
  async foldChanges(tenantId, { limit, timeZone }) {
    for (let batch = limit; ; batch = Math.ceil(batch / 2))
      try {
        return await foldBatch(database, tenantId, batch, timeZone);
      } catch (error) {
        if (!isOfRow(error)) throw error;
        if (batch > 1) continue;
        await database.transaction(async (tx) => {
          await lockFold(tx, tenantId);
          await takeChanges(tx, tenantId, 1);
        });
        throw error;
      }
  },
});
