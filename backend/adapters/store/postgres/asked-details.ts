import type { AskedStore } from '../../../ports/asked-details.ts';
import type { Database } from './database.ts';
import type { Fingerprints } from './fingerprints.ts';

export function createAskedStore(database: Database, fingerprints: Fingerprints): AskedStore {
  return {
    async claimQuestion(tenantId, ticketId, triageId) {
      const rows = await database.query(
        `INSERT INTO asked_details AS asked (tenant_id, ticket_id, triage_id)
         SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE tenant_id = $1 AND fingerprint = $4)
         ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET triage_id = asked.triage_id
         WHERE asked.triage_id = excluded.triage_id RETURNING 1 AS claimed`,
        [tenantId, ticketId, triageId, fingerprints.ticket(tenantId, ticketId)],
      );
      return rows.length > 0;
    },
  };
}
