import { type LoggedWrite, MARKER_PREFIX, type UndoFilter, type WriteLogStore } from '../../../ports/write-log.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';

/** The writes that a filter means, of those that no undo has: its values are the statement's first six. */
export const MEANT = `tenant_id = $1 AND at >= $2 AND undo_id IS NULL
  AND ($3::timestamptz IS NULL OR at < $3) AND ($4::text IS NULL OR prompt_version = $4)
  AND ($5::text IS NULL OR engine = $5) AND ($6::text IS NULL OR model = $6)`;
export const valuesOf = (tenantId: string, { since, until, promptVersion, engine, model }: UndoFilter): unknown[] => [
  ...[tenantId, since, until ?? null],
  ...[promptVersion ?? null, engine ?? null, model ?? null],
];

/** What our writes changed: the proof of what is ours, and what an undo goes by. */
export function createWriteLog(
  database: Database,
): Pick<WriteLogStore, 'readWrites' | 'logWrite' | 'countWrites' | 'findWrittenTickets'> {
  return {
    readWrites: (tenantId, ticketId) =>
      database.query<LoggedWrite>(
        `SELECT triage_id AS "triageId", marker, to_json(at) #>> '{}' AS at, engine, model,
           prompt_version AS "promptVersion", taxonomy_version AS "taxonomyVersion", rules_version AS "rulesVersion",
           changes, undo_id AS "undoId", to_json(undone_at) #>> '{}' AS "undoneAt"
         FROM write_log WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY seq`,
        [tenantId, ticketId],
      ),

    async logWrite(tenantId, ticketId, { marker, changes, at }) {
      // The triage is held: an erasure waits, and then finds also what is stored here.
      await database.query(
        `INSERT INTO write_log (tenant_id, ticket_id, triage_id, marker, at, engine, model, prompt_version,
           taxonomy_version, rules_version, changes)
         SELECT tenant_id, ticket_id, id, $3, coalesce($5::timestamptz, now()), body->'classification'->>'decidedBy',
           body->'classification'->>'model', decision->>'promptVersion', decision->>'taxonomyVersion',
           (body->'routing'->>'version')::integer, $4
         FROM triage WHERE tenant_id = $1 AND ticket_id = $2 AND '${MARKER_PREFIX}' || left(replace(id::text, '-', ''), 16) = $3
         FOR KEY SHARE
         ON CONFLICT DO NOTHING`,
        [tenantId, ticketId, marker, toJson(changes), at ?? null],
      );
    },

    async countWrites(tenantId, filter) {
      const values = valuesOf(tenantId, filter);
      const [total] = await database.query<{ tickets: number; writes: number }>(
        `SELECT count(DISTINCT ticket_id)::int AS tickets, count(*)::int AS writes FROM write_log WHERE ${MEANT}`,
        values,
      );
      const fields = await database.query<{ field: string; tickets: number }>(
        `SELECT change->>'field' AS field, count(DISTINCT ticket_id)::int AS tickets
         FROM write_log, jsonb_array_elements(changes) AS change
         WHERE ${MEANT} AND change->>'field' <> 'tags' GROUP BY 1`,
        values,
      );
      return {
        tickets: total?.tickets ?? 0,
        writes: total?.writes ?? 0,
        fields: Object.fromEntries(fields.map(({ field, tickets }) => [field, tickets])),
      };
    },

    async findWrittenTickets(tenantId, filter, limit) {
      const rows = await database.query<{ id: string }>(
        `SELECT DISTINCT ticket_id AS id FROM write_log WHERE ${MEANT} ORDER BY 1 LIMIT $7`,
        [...valuesOf(tenantId, filter), limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}
