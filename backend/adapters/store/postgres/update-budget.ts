import type { Transaction } from '../../../ports/store.ts';
import type { UpdateBudgetStore } from '../../../ports/update-budget.ts';
import type { Database } from './database.ts';
import type { Fingerprints } from './fingerprints.ts';
import { type Budget, type Turn, takeTurn } from './take-turn.ts';

type Row = Budget & { now: number; turnAt: number | null };
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;
const NOW = 'coalesce($2::timestamptz, clock_timestamp())';
const LONG_AGO = `'2000-01-01'::timestamptz`;

/** Holds the tenant's budget until the transaction ends; the time is read once it is held. */
async function hold(tx: Transaction, tenantId: string, ticketId: string, now: Date | undefined): Promise<Row> {
  await tx.query(
    `INSERT INTO update_budget (tenant_id, next_at, line_at, late_at, paused_until)
     VALUES ($1, ${LONG_AGO}, ${LONG_AGO}, ${LONG_AGO}, ${LONG_AGO}) ON CONFLICT DO NOTHING`,
    [tenantId],
  );
  await tx.query('SELECT 1 FROM update_budget WHERE tenant_id = $1 FOR UPDATE', [tenantId]);
  const [row] = await tx.query<Row>(
    `SELECT ${ms('next_at')} AS "nextAt", ${ms('line_at')} AS "lineAt", ${ms('late_at')} AS "lateAt",
       ${ms('paused_until')} AS "pausedUntil", ${ms(NOW)} AS now, (SELECT ${ms('turn_at')} FROM ticket_seen WHERE tenant_id = $1 AND ticket_id = $3) AS "turnAt"
     FROM update_budget WHERE tenant_id = $1`,
    [tenantId, now?.toISOString() ?? null, ticketId],
  );
  if (!row) throw new RangeError('The budget was dropped while it was held');
  return row;
}

const stamp = (at: number): string => new Date(at).toISOString();

type Waiting = { tenantId: string; ticketId: string; fingerprint: string };

/** Whoever waits for a ticket that is to stay forgotten has no turn. */
async function keep(tx: Transaction, waiting: Waiting, { budget, turnAt }: Turn): Promise<void> {
  const { tenantId, ticketId, fingerprint } = waiting;
  await tx.query('UPDATE update_budget SET next_at = $2, line_at = $3, late_at = $4 WHERE tenant_id = $1', [
    tenantId,
    ...[budget.nextAt, budget.lineAt, budget.lateAt].map(stamp),
  ]);
  const [sql, last] =
    turnAt === null
      ? ['UPDATE ticket_seen SET turn_at = NULL WHERE tenant_id = $1 AND ticket_id = $2', []]
      : [
          `INSERT INTO ticket_seen (tenant_id, ticket_id, turn_at)
           SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE tenant_id = $1 AND fingerprint = $4)
           ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET turn_at = excluded.turn_at`,
          [stamp(turnAt), fingerprint],
        ];
  await tx.query(sql, [tenantId, ticketId, ...last]);
}

export function createUpdateBudgetStore(database: Database, fingerprints: Fingerprints): UpdateBudgetStore {
  return {
    takeUpdate: (tenantId, ticketId, perMinute, now) =>
      database.transaction(async (tx) => {
        const row = await hold(tx, tenantId, ticketId, now);
        const turn = takeTurn(row, row.turnAt, row.now, perMinute);
        await keep(tx, { tenantId, ticketId, fingerprint: fingerprints.ticket(tenantId, ticketId) }, turn);
        return turn.taken ? null : turn.waitMs / 1000;
      }),
    async pauseUpdates(tenantId, seconds, now) {
      await database.query(
        `INSERT INTO update_budget AS budget (tenant_id, next_at, line_at, late_at, paused_until)
         VALUES ($1, ${LONG_AGO}, ${LONG_AGO}, ${LONG_AGO}, ${NOW} + make_interval(secs => $3))
         ON CONFLICT (tenant_id) DO UPDATE SET paused_until = greatest(budget.paused_until, excluded.paused_until)`,
        [tenantId, now?.toISOString() ?? null, seconds],
      );
    },
    async readPause(tenantId, now) {
      const [row] = await database.query<{ seconds: number }>(
        `SELECT extract(epoch FROM paused_until - ${NOW})::float8 AS seconds FROM update_budget
         WHERE tenant_id = $1 AND paused_until > ${NOW}`,
        [tenantId, now?.toISOString() ?? null],
      );
      return row?.seconds ?? null;
    },
  };
}
