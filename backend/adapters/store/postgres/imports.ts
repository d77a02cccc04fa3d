import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ImportRun, ImportStore } from '../../../ports/knowledge.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';
import type { VaultCipher } from './vault-cipher.ts';

type RunRow = {
  id: string;
  body: Omit<ImportRun, 'id' | 'startedAt' | 'updatedAt'>;
  started_at: Date;
  updated_at: Date;
};
const COLUMNS = 'id, body, started_at, updated_at';

const toRun = ({ id, body, started_at, updated_at }: RunRow): ImportRun => ({
  ...body,
  id,
  startedAt: started_at.toISOString(),
  updatedAt: updated_at.toISOString(),
});

const AT_THE_START = {
  state: 'waiting',
  position: null,
  read: 0,
  kept: 0,
  duplicates: 0,
  removed: 0,
  embedded: 0,
  leftOut: {},
  notes: {},
  perSecond: null,
  failure: null,
} as const;

export function createImportStore(database: Database, cipher: VaultCipher): ImportStore {
  /** A part is bound to its run and its place: put elsewhere it does not open. */
  const seal = (bytes: Uint8Array, tenantId: string, place: string): Buffer =>
    cipher.seal({ [place]: gzipSync(bytes, { level: 1 }).toString('base64') }, tenantId);
  const open = (sealed: Uint8Array, tenantId: string, place: string): Uint8Array | null => {
    const packed = cipher.open(sealed, tenantId)[place];
    return packed === undefined ? null : gunzipSync(Buffer.from(packed, 'base64'));
  };

  return {
    async startImport(tenantId, { source, dryRun, total }) {
      const rows = await database.query<RunRow>(
        `INSERT INTO import_run (id, tenant_id, body) VALUES ($1, $2, $3) RETURNING ${COLUMNS}`,
        [randomUUID(), tenantId, toJson({ ...AT_THE_START, source, dryRun, total })],
      );
      return toRun(rows[0] as RunRow);
    },

    async saveImport(tenantId, { id, startedAt: _, updatedAt: __, ...body }, from = null) {
      const rows = await database.query(
        `UPDATE import_run SET body = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2
           AND ($4::text IS NULL OR body->>'position' = $4) RETURNING 1 AS saved`,
        [tenantId, id, toJson(body), from],
      );
      return rows.length > 0;
    },

    async readImport(tenantId, id) {
      const [row] = await database.query<RunRow>(`SELECT ${COLUMNS} FROM import_run WHERE tenant_id = $1 AND id = $2`, [
        tenantId,
        id,
      ]);
      return row ? toRun(row) : null;
    },

    async listImports(tenantId, limit) {
      const rows = await database.query<RunRow>(
        `SELECT ${COLUMNS} FROM import_run WHERE tenant_id = $1 ORDER BY started_at DESC, id LIMIT $2`,
        [tenantId, limit],
      );
      return rows.map(toRun);
    },

    async saveUpload(tenantId, runId, part, bytes) {
      await database.query(
        `INSERT INTO import_upload (tenant_id, run_id, part, sealed) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant_id, run_id, part) DO UPDATE SET sealed = excluded.sealed`,
        [tenantId, runId, part, seal(bytes, tenantId, `${runId}:${part}`)],
      );
    },

    async readUpload(tenantId, runId, part) {
      const [row] = await database.query<{ sealed: Uint8Array }>(
        'SELECT sealed FROM import_upload WHERE tenant_id = $1 AND run_id = $2 AND part = $3',
        [tenantId, runId, part],
      );
      return row ? open(row.sealed, tenantId, `${runId}:${part}`) : null;
    },

    async dropUpload(tenantId, runId) {
      await database.query('DELETE FROM import_upload WHERE tenant_id = $1 AND run_id = $2', [tenantId, runId]);
    },
  };
}
