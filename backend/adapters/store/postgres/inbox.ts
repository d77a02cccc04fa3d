import type { DeliveryStore, InboxStore } from '../../../ports/store.ts';
import type { Database } from './database.ts';

export function createInboxStore(database: Database): InboxStore & DeliveryStore {
  return {
    saveInboxEvent: (event, alongside) =>
      database.transaction(async (tx) => {
        const rows = await tx.query(
          `INSERT INTO inbox (tenant_id, event_key, ticket_id, type) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING 1 AS stored`,
          [event.tenantId, event.eventKey, event.ticketId, event.type],
        );
        if (rows.length === 0) return false;
        await alongside(tx);
        return true;
      }),
    async readLastDelivery(tenantId) {
      const [row] = await database.query<{ received_at: Date }>(
        'SELECT received_at FROM inbox WHERE tenant_id = $1 ORDER BY received_at DESC LIMIT 1',
        [tenantId],
      );
      return row?.received_at ?? null;
    },
  };
}
