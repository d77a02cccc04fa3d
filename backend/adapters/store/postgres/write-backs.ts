import type { WriteBack, WriteBackStore } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';

export function createWriteBackStore(database: Database): WriteBackStore {
  return {
    async readWriteBack(tenantId, ticketId) {
      const [row] = await database.query<WriteBack>(
        `SELECT marker, triage_id AS "triageId", values FROM write_back WHERE tenant_id = $1 AND ticket_id = $2`,
        [tenantId, ticketId],
      );
      return row ?? null;
    },
    async saveWriteBack(tenantId, ticketId, { marker, triageId, values }) {
      await database.query(
        `INSERT INTO write_back (tenant_id, ticket_id, marker, triage_id, values)
         SELECT tenant_id, $2, $3, id, $5 FROM triage WHERE tenant_id = $1 AND id = $4 FOR KEY SHARE
         ON CONFLICT (tenant_id, ticket_id) DO UPDATE
         SET marker = excluded.marker, triage_id = excluded.triage_id, values = excluded.values, written_at = now()`,
        [tenantId, ticketId, marker, triageId, toJson(values)],
      );
    },
  };
}
