import type { OverviewStore } from '../../../ports/overview.ts';
import type { Database } from './database.ts';
import { createCellStore } from './overview-cells.ts';
import { createFold } from './overview-fold.ts';
import { createQueueStore } from './overview-queue.ts';
import { createTallyStore } from './overview-tallies.ts';

/** What leads look at, counted from triages and from what agents make of them. */
export function createOverviewStore(database: Database): OverviewStore {
  return {
    ...createFold(database),
    ...createTallyStore(database),
    ...createCellStore(database),
    ...createQueueStore(database),

    async saveStanding(tenantId, ticketId, { status, groupId }) {
      // The triage is held: an erasure waits, and then finds also what is stored here.
      await database.query(
        `WITH held AS (
           SELECT tenant_id, ticket_id FROM triage WHERE tenant_id = $1 AND ticket_id = $2 LIMIT 1 FOR KEY SHARE),
         saved AS (
           INSERT INTO ticket_standing AS standing (tenant_id, ticket_id, status, group_id)
           SELECT tenant_id, ticket_id, $3, $4 FROM held
           ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET status = excluded.status, group_id = excluded.group_id, at = now()
           WHERE (standing.status, standing.group_id) IS DISTINCT FROM (excluded.status, excluded.group_id)
           RETURNING tenant_id, ticket_id)
         INSERT INTO overview_change (tenant_id, ticket_id) SELECT tenant_id, ticket_id FROM saved`,
        [tenantId, ticketId, status, groupId],
      );
    },
  };
}
