import { randomUUID } from 'node:crypto';
import type { DecideInput, Decision } from '../../../ports/decision.ts';
import type { DecidedAt, FoundDecision, Reading, TriageStore } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { MODEL_CALLS_PER_TICKET } from './model-calls.ts';
import { clockOf } from './sla.ts';
import { toJson } from './to-json.ts';
import type { VaultCipher } from './vault-cipher.ts';
import { sourceIdsOf, withPresentSources } from './without-sources.ts';

/** Whether a person made use of what a triage found, so that it must stay as it is. */
const USED = `EXISTS (SELECT 1 FROM feedback WHERE feedback.triage_id = triage.id
  AND feedback.row->>'type' IN ('applied', 'overridden', 'draft_inserted', 'submitted'))`;

export type DecisionStore = Pick<
  TriageStore,
  'readDecision' | 'findDecisions' | 'readDecisions' | 'findDegraded' | 'settleDegraded' | 'replaceDegraded' | 'isUsed'
>;

/** How triages were decided, and which of them a model should decide again. */
export function createDecisionStore(database: Database, cipher: VaultCipher): DecisionStore {
  return {
    async readDecision(tenantId, id) {
      const [row] = await database.query<{ decision: Decision; reading: Reading }>(
        `SELECT decision, reading FROM triage
         WHERE tenant_id = $1 AND id = $2 AND decision IS NOT NULL AND reading IS NOT NULL`,
        [tenantId, id],
      );
      return row ?? null;
    },

    findDecisions: (tenantId, ticketId, limit) =>
      database.query<FoundDecision>(
        `SELECT id AS "triageId", body->'classification'->>'category' AS category,
           body->'classification'->>'urgency' AS urgency,
           to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
         FROM triage WHERE tenant_id = $1 AND ticket_id = $2 AND decision IS NOT NULL
         ORDER BY created_at DESC, id DESC LIMIT $3`,
        [tenantId, ticketId, limit],
      ),

    readDecisions: (tenantId, { since, before, limit }) =>
      database.query<DecidedAt & { ticketId: string; input: DecideInput }>(
        `SELECT id, ticket_id AS "ticketId", decision->'input' AS input,
           to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
         FROM triage
         WHERE tenant_id = $1 AND created_at >= $2 AND decision IS NOT NULL AND NOT superseded
           AND ($3::timestamptz IS NULL OR (created_at, id) < ($3::timestamptz, $4::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $5`,
        [tenantId, since.toISOString(), before?.at ?? null, before?.id ?? null, limit],
      ),

    findDegraded: (tenantId, since, limit) =>
      database.query<{ id: string; ticketId: string; contentHash: string }>(
        `SELECT id, ticket_id AS "ticketId", content_hash AS "contentHash" FROM triage
         WHERE tenant_id = $1 AND created_at >= $2 AND degraded AND NOT settled AND NOT superseded
           AND status = 'done' AND model_calls < ${MODEL_CALLS_PER_TICKET} AND NOT ${USED}
         ORDER BY created_at LIMIT $3`,
        [tenantId, since.toISOString(), limit],
      ),

    async settleDegraded(tenantId, id) {
      await database.query('UPDATE triage SET settled = true WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
    },

    replaceDegraded: (tenantId, { triage, contentHash }, { vault = {}, reading, decision, slaLookAt }) =>
      database.transaction(async (tx) => {
        const rows = await tx.query<{ attempt: number }>(
          `UPDATE triage SET superseded = true
           WHERE tenant_id = $1 AND id = $2 AND degraded AND NOT superseded AND NOT ${USED} RETURNING attempt`,
          [tenantId, triage.id],
        );
        if (rows.length === 0) return null;
        const made = { ...(await withPresentSources(tx, tenantId, triage)), id: randomUUID() };
        await tx.query(
          `WITH saved AS (INSERT INTO triage
             (tenant_id, ticket_id, content_hash, id, status, body, vault, reading, decision, source_ids, people,
              model_calls, lease_until)
           SELECT tenant_id, ticket_id, content_hash, $3, 'done', $4, $5, $6, $7, $8, people, model_calls, now()
           FROM triage WHERE tenant_id = $1 AND id = $2 RETURNING tenant_id, ticket_id), ${clockOf('$9', '$10')}
           SELECT 1`,
          [
            tenantId,
            triage.id,
            made.id,
            toJson(made),
            cipher.seal(vault, tenantId),
            reading ? toJson(reading) : null,
            decision ? toJson(decision) : null,
            sourceIdsOf(made),
            slaLookAt !== undefined,
            slaLookAt?.toISOString() ?? null,
          ],
        );
        return { triage: made, contentHash, vault, attempt: 1, degraded: false };
      }),

    async isUsed(tenantId, id) {
      const rows = await database.query(`SELECT 1 AS used FROM triage WHERE tenant_id = $1 AND id = $2 AND ${USED}`, [
        tenantId,
        id,
      ]);
      return rows.length > 0;
    },
  };
}
