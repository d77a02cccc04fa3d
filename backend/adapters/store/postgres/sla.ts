import { routingSchema } from '../../../contract/triage.ts';
import type { SlaStore } from '../../../ports/sla.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';

const TAKEN_AGAIN_AFTER_MINUTES = 10;

const promises = (triage: string): string =>
  `NOT ${triage}.superseded AND jsonb_typeof(${triage}.body->'routing') = 'object'`;
/** A triage that was decided while the clocks of this one were read. */
const NEWER_PROMISE = `SELECT 1 FROM triage AS newer WHERE newer.tenant_id = $1 AND newer.ticket_id = triage.ticket_id
  AND newer.created_at > triage.created_at AND ${promises('newer')}`;

/**
 * Queries that set the clock of the ticket whose row `saved` gives back: in the statement that saves the triage, so that an
 * erasure finds both or neither. Whether it is to be changed, and when to look (null: never), are the parameters named so.
 */
export const clockOf = (changes: string, lookAt: string): string => `
  clock AS (
    INSERT INTO sla_clock (tenant_id, ticket_id, look_at)
    SELECT tenant_id, ticket_id, ${lookAt}::timestamptz FROM saved
    WHERE ${changes}::boolean AND ${lookAt}::timestamptz IS NOT NULL
    ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET look_at = excluded.look_at),
  stopped AS (
    DELETE FROM sla_clock USING saved WHERE sla_clock.tenant_id = saved.tenant_id
      AND sla_clock.ticket_id = saved.ticket_id AND ${changes}::boolean AND ${lookAt}::timestamptz IS NULL)`;

export function createSlaStore(database: Database): SlaStore {
  return {
    async findRouted(tenantId, ticketId) {
      const [row] = await database.query<{ triageId: string; routing: unknown }>(
        `SELECT id AS "triageId", body->'routing' AS routing FROM triage
         WHERE tenant_id = $1 AND ticket_id = $2 AND ${promises('triage')}
         ORDER BY created_at DESC LIMIT 1`,
        [tenantId, ticketId],
      );
      // An older triage lacks what is new in a routing.
      return row ? { ...row, routing: routingSchema.parse(row.routing) } : null;
    },

    async saveSla(tenantId, triageId, { sla, lookAt }) {
      const rows = await database.query(
        `WITH saved AS (
           UPDATE triage SET body = body || jsonb_build_object('sla', $3::jsonb)
           WHERE tenant_id = $1 AND id = $2 AND NOT EXISTS (${NEWER_PROMISE}) RETURNING tenant_id, ticket_id),
         ${clockOf('$4', '$5')}
         SELECT 1 AS saved FROM saved`,
        [tenantId, triageId, toJson(sla), lookAt !== undefined, lookAt?.toISOString() ?? null],
      );
      return rows.length > 0;
    },

    takeDueClocks: (tenantId, now, limit, alongside) =>
      database.transaction(async (tx) => {
        const rows = await tx.query<{ id: string }>(
          `UPDATE sla_clock SET look_at = $2::timestamptz + make_interval(mins => ${TAKEN_AGAIN_AFTER_MINUTES})
           WHERE tenant_id = $1 AND ticket_id IN (
             SELECT ticket_id FROM sla_clock WHERE tenant_id = $1 AND look_at <= $2
             ORDER BY look_at LIMIT $3 FOR UPDATE SKIP LOCKED)
           RETURNING ticket_id AS id`,
          [tenantId, now.toISOString(), limit],
        );
        const ticketIds = rows.map(({ id }) => id);
        if (ticketIds.length > 0) await alongside(tx, ticketIds);
        return ticketIds.length;
      }),

    async stopClock(tenantId, ticketId) {
      await database.query('DELETE FROM sla_clock WHERE tenant_id = $1 AND ticket_id = $2', [tenantId, ticketId]);
    },
  };
}
