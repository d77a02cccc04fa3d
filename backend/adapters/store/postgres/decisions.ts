import type { Decision } from '../../../ports/decision.ts';
import type { Reading, TriageStore } from '../../../ports/store.ts';
import type { Database } from './database.ts';

/** Whether a person made use of what a triage found, so that it must stay as it is. */
export const USED = `EXISTS (SELECT 1 FROM feedback WHERE feedback.triage_id = triage.id
  AND feedback.row->>'type' IN ('applied', 'overridden', 'draft_inserted', 'submitted'))`;

export type DecisionStore = Pick<TriageStore, 'readDecision' | 'findDegraded' | 'settleDegraded'>;

/** How triages were decided, and which of them a model should decide again. */
export function createDecisionStore(database: Database): DecisionStore {
  return {
    async readDecision(tenantId, id) {
      const [row] = await database.query<{ decision: Decision; reading: Reading }>(
        `SELECT decision, reading FROM triage
         WHERE tenant_id = $1 AND id = $2 AND decision IS NOT NULL AND reading IS NOT NULL`,
        [tenantId, id],
      );
      return row ?? null;
    },

    findDegraded: (tenantId, since, limit) =>
      database.query<{ id: string; ticketId: string; contentHash: string }>(
        `SELECT id, ticket_id AS "ticketId", content_hash AS "contentHash" FROM triage
         WHERE tenant_id = $1 AND created_at >= $2 AND degraded AND NOT settled AND NOT superseded
           AND status = 'done' AND NOT ${USED}
         ORDER BY created_at LIMIT $3`,
        [tenantId, since.toISOString(), limit],
      ),

    async settleDegraded(tenantId, id) {
      await database.query('UPDATE triage SET settled = true WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
    },
  };
}
