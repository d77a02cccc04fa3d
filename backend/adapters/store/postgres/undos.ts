import { randomUUID } from 'node:crypto';
import type { ChangedField } from '../../../ports/ticket.ts';
import type { UndoFilter, UndoneTicket, UndoProgress, WriteLogStore } from '../../../ports/write-log.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';
import { MEANT, valuesOf } from './write-log.ts';

const SHOWN = 100;

type UndoStore = Omit<WriteLogStore, 'readWrites' | 'logWrite' | 'countWrites' | 'findWrittenTickets'>;
type Run = { filter: UndoFilter; requestedAt: string; doneAt: string | null };
type Sum = { outcome: UndoneTicket['outcome'] | null; tickets: number };
type FieldSum = { field: ChangedField; restored: number; kept: number };

const OF_UNDO = 'tenant_id = $1 AND undo_id = $2';

async function readProgress(database: Database, tenantId: string, id: string): Promise<UndoProgress | null> {
  const key = [tenantId, id];
  const [run] = await database.query<Run>(
    `SELECT filter, to_json(requested_at) #>> '{}' AS "requestedAt", to_json(done_at) #>> '{}' AS "doneAt"
     FROM undo WHERE tenant_id = $1 AND id = $2`,
    key,
  );
  if (!run) return null;
  const sums = await database.query<Sum>(
    `SELECT outcome, count(*)::int AS tickets FROM undo_ticket WHERE ${OF_UNDO} GROUP BY 1`,
    key,
  );
  const fields = await database.query<FieldSum>(
    `SELECT field, count(*) FILTER (WHERE is_restored)::int AS restored, count(*) FILTER (WHERE NOT is_restored)::int AS kept
     FROM (SELECT unnest(restored) AS field, true AS is_restored FROM undo_ticket WHERE ${OF_UNDO}
       UNION ALL SELECT unnest(kept), false FROM undo_ticket WHERE ${OF_UNDO}) AS each GROUP BY 1`,
    key,
  );
  const shown = await database.query<UndoProgress['shown'][number]>(
    `SELECT ticket_id AS "ticketId", outcome, code, restored, kept AS left FROM undo_ticket
     WHERE ${OF_UNDO} AND (outcome = 'failed' OR kept <> '{}') ORDER BY ticket_id LIMIT ${SHOWN}`,
    key,
  );
  const tickets = (outcome: Sum['outcome']) => sums.find((sum) => sum.outcome === outcome)?.tickets ?? 0;
  const counts = (of: 'restored' | 'kept') =>
    Object.fromEntries(fields.filter((sum) => sum[of] > 0).map((sum) => [sum.field, sum[of]]));
  return {
    ...{ id, ...run, state: run.doneAt === null ? 'running' : 'done' },
    tickets: {
      total: sums.reduce((total, sum) => total + sum.tickets, 0),
      waiting: tickets(null),
      ...{ undone: tickets('undone'), gone: tickets('gone'), failed: tickets('failed') },
    },
    ...{ restored: counts('restored'), left: counts('kept'), shown },
  };
}

/** Undos and how far they have come. */
export function createUndoStore(database: Database): UndoStore {
  return {
    async startUndo(tenantId, filter, alongside) {
      const id = randomUUID();
      const isFirst = await database.transaction(async (tx) => {
        const [begun] = await tx.query(
          `INSERT INTO undo (tenant_id, id, filter) VALUES ($1, $2, $3)
           ON CONFLICT (tenant_id) WHERE done_at IS NULL DO NOTHING RETURNING 1 AS begun`,
          [tenantId, id, toJson(filter)],
        );
        if (!begun) return false;
        await tx.query(`UPDATE write_log SET undo_id = $7 WHERE ${MEANT}`, [...valuesOf(tenantId, filter), id]);
        await tx.query(
          `INSERT INTO undo_ticket (tenant_id, undo_id, ticket_id)
           SELECT DISTINCT tenant_id, undo_id, ticket_id FROM write_log WHERE ${OF_UNDO}`,
          [tenantId, id],
        );
        await alongside(tx, id);
        return true;
      });
      return isFirst ? readProgress(database, tenantId, id) : null;
    },

    async findOpenUndo(tenantId) {
      const [open] = await database.query<{ id: string }>(
        'SELECT id FROM undo WHERE tenant_id = $1 AND done_at IS NULL',
        [tenantId],
      );
      return open?.id ?? null;
    },

    readUndo: (tenantId, id) => readProgress(database, tenantId, id),

    async findUndoTickets(tenantId, id, limit) {
      const rows = await database.query<{ ticketId: string }>(
        `SELECT ticket_id AS "ticketId" FROM undo_ticket WHERE ${OF_UNDO} AND outcome IS NULL
         ORDER BY tries, ticket_id LIMIT $3`,
        [tenantId, id, limit],
      );
      return rows.map(({ ticketId }) => ticketId);
    },

    async deferUndoTicket(tenantId, id, ticketId) {
      const [row] = await database.query<{ tries: number }>(
        `UPDATE undo_ticket SET tries = tries + 1 WHERE ${OF_UNDO} AND ticket_id = $3 RETURNING tries`,
        [tenantId, id, ticketId],
      );
      return row?.tries ?? 0;
    },

    saveUndone: (tenantId, id, ticketId, { outcome, code, restored, left, writes }) =>
      database.transaction(async (tx) => {
        const [ended] = await tx.query(
          `UPDATE undo_ticket SET outcome = $4, code = $5, restored = $6, kept = $7
           WHERE ${OF_UNDO} AND ticket_id = $3 AND outcome IS NULL RETURNING 1 AS ended`,
          [tenantId, id, ticketId, outcome, code, restored, left],
        );
        if (!ended) return;
        const ofTicket = `${OF_UNDO} AND ticket_id = $3 AND undone_at IS NULL`;
        for (const { triageId, changes } of writes)
          await tx.query(`UPDATE write_log SET changes = $5 WHERE ${ofTicket} AND triage_id = $4`, [
            ...[tenantId, id, ticketId],
            ...[triageId, toJson(changes)],
          ]);
        const end = outcome === 'failed' ? 'undo_id = NULL' : 'undone_at = now()';
        await tx.query(`UPDATE write_log SET ${end} WHERE ${ofTicket}`, [tenantId, id, ticketId]);
      }),

    async endUndo(tenantId, id) {
      await database.query('UPDATE undo SET done_at = now() WHERE tenant_id = $1 AND id = $2 AND done_at IS NULL', [
        tenantId,
        id,
      ]);
    },
  };
}
