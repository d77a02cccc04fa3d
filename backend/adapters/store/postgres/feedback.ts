import type { FeedbackRow, FieldName } from '../../../contract/feedback.ts';
import type { FeedbackStore } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { saveLesson } from './learned.ts';
import { toJson } from './to-json.ts';

export function createFeedbackStore(database: Database): FeedbackStore {
  return {
    saveFeedback: (tenantId, row, lesson, alongside) =>
      database.transaction(async (tx) => {
        // The triage is held: an erasure waits, and then finds also what is stored here.
        const [stored] = await tx.query<{ people: string[] }>(
          `INSERT INTO feedback (id, tenant_id, triage_id, row, at, people)
           SELECT $1, tenant_id, id, $4, $5, people FROM triage WHERE tenant_id = $2 AND id = $3 FOR KEY SHARE
           ON CONFLICT (tenant_id, id) DO NOTHING RETURNING people`,
          [row.id, tenantId, row.triageId, toJson(row), row.at],
        );
        if (!stored) return false;
        if (lesson) await saveLesson(tx, tenantId, lesson, stored.people);
        await alongside?.(tx);
        return true;
      }),
    async readDecidedFields(tenantId, ticketId) {
      const rows = await database.query<{ field: FieldName }>(
        `SELECT DISTINCT part->>'field' AS field
         FROM triage JOIN feedback AS said ON said.triage_id = triage.id, jsonb_array_elements(said.row->'fields') AS part
         WHERE triage.tenant_id = $1 AND triage.ticket_id = $2
           AND (part->>'outcome' = 'overridden' OR said.row->>'type' = 'applied')
           AND NOT (said.row->>'type' = 'applied' AND EXISTS (SELECT 1 FROM feedback AS later
             WHERE later.triage_id = triage.id AND later.row->>'type' = 'undone' AND later.seq > said.seq))`,
        [tenantId, ticketId],
      );
      return rows.map(({ field }) => field);
    },
    async readFeedback(tenantId, cursor, limit) {
      const rows = await database.query<{ seq: string; row: FeedbackRow }>(
        'SELECT seq::text, row FROM feedback WHERE tenant_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
        [tenantId, cursor ?? '0', limit + 1],
      );
      const page = rows.slice(0, limit);
      return {
        rows: page.map(({ row }) => row),
        nextCursor: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
      };
    },
  };
}
