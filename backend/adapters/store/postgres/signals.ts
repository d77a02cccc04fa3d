import type { SignalCount, SignalStore } from '../../../ports/signals.ts';
import type { Reading } from '../../../ports/store.ts';
import type { Database } from './database.ts';

const FOUND = `SELECT triage.id, triage.ticket_id, triage.created_at, reason->>'rule' AS rule,
    coalesce(triage.decision->>'language', 'und') AS language,
    jsonb_array_length(triage.body->'escalation'->'reasons') = 1 AS alone
  FROM triage, jsonb_array_elements(triage.body->'escalation'->'reasons') AS reason
  WHERE triage.tenant_id = $1 AND triage.created_at >= $2 AND reason->>'layer' = 'signal'`;

/** The last time that a person saved the ticket after we had marked it, and whether the mark was still there. */
const DECIDED = `SELECT DISTINCT ON (found.ticket_id, rule) found.ticket_id, rule, part->'final' = '"yes"' AS agreed
  FROM found JOIN feedback ON feedback.triage_id = found.id, jsonb_array_elements(feedback.row->'fields') AS part
  WHERE feedback.row->>'type' = 'submitted' AND part->>'field' = 'escalation' AND EXISTS (
    SELECT 1 FROM write_log, jsonb_array_elements(write_log.changes) AS change
    WHERE write_log.tenant_id = $1 AND write_log.ticket_id = found.ticket_id AND write_log.at <= feedback.at
      AND write_log.undone_at IS NULL AND change->>'field' = 'escalation' AND change->'to' = 'true')
  ORDER BY found.ticket_id, rule, feedback.at DESC, feedback.seq DESC`;

const MUTED = `SELECT DISTINCT ON (triage.ticket_id, held->>'rule') held->>'rule' AS rule,
    coalesce(triage.decision->>'language', 'und') AS language
  FROM triage, jsonb_array_elements(triage.decision->'input'->'muted') AS held
  WHERE triage.tenant_id = $1 AND triage.created_at >= $2
  ORDER BY triage.ticket_id, held->>'rule', triage.created_at DESC`;

/** How often escalation signals were found, and what people made of them. */
export function createSignalStore(database: Database): SignalStore {
  return {
    countSignals: (tenantId, since) =>
      database.query<SignalCount>(
        `WITH found AS (${FOUND}), decided AS (${DECIDED}), fired AS (
           SELECT DISTINCT ON (ticket_id, rule) * FROM found ORDER BY ticket_id, rule, created_at DESC
         ), counted AS (
           SELECT rule, language, alone, agreed, 1 AS fired, 0 AS muted FROM fired LEFT JOIN decided USING (ticket_id, rule)
           UNION ALL SELECT rule, language, false, NULL, 0, 1 FROM (${MUTED}) AS muted)
         SELECT rule, language, sum(fired)::int AS fired, sum(muted)::int AS muted,
           count(agreed)::int AS decided, (count(*) FILTER (WHERE agreed))::int AS agreed,
           (count(agreed) FILTER (WHERE alone))::int AS "decidedAlone",
           (count(*) FILTER (WHERE agreed AND alone))::int AS "agreedAlone"
         FROM counted GROUP BY rule, language ORDER BY rule, language`,
        [tenantId, since.toISOString()],
      ),

    async readReadings(tenantId, triageIds) {
      const rows = await database.query<{ id: string; reading: Reading }>(
        'SELECT id, reading FROM triage WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND reading IS NOT NULL',
        [tenantId, triageIds],
      );
      return new Map(rows.map(({ id, reading }) => [id, reading]));
    },
  };
}
