import type { KnowledgeItem, KnowledgeStore } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';

type ItemRow = { item: KnowledgeItem };

export function createKnowledgeStore(database: Database): KnowledgeStore {
  return {
    async saveKnowledge(tenantId, items) {
      await database.query(
        `INSERT INTO knowledge_item (tenant_id, id, content_hash, item)
         SELECT $1, item->>'id', item->>'contentHash', item FROM jsonb_array_elements($2::jsonb) AS item
         ON CONFLICT (tenant_id, id) DO UPDATE
         SET content_hash = excluded.content_hash, item = excluded.item, updated_at = now()`,
        [tenantId, toJson(items)],
      );
    },

    async readKnowledge(tenantId, ids) {
      const rows = await database.query<ItemRow>(
        'SELECT item FROM knowledge_item WHERE tenant_id = $1 AND id = ANY($2)',
        [tenantId, ids],
      );
      return rows.map(({ item }) => item);
    },

    async findUnembedded(tenantId, embedderId, limit) {
      const rows = await database.query<ItemRow>(
        `SELECT item FROM knowledge_item WHERE tenant_id = $1
         AND (embedded_by IS DISTINCT FROM $2 OR embedded_hash IS DISTINCT FROM content_hash) ORDER BY id LIMIT $3`,
        [tenantId, embedderId, limit],
      );
      return rows.map(({ item }) => item);
    },

    async markEmbedded(tenantId, embedderId, items) {
      const [ids, hashes] = [items.map(({ id }) => id), items.map(({ contentHash }) => contentHash)];
      await database.query(
        `UPDATE knowledge_item SET embedded_by = $2, embedded_hash = embedded.hash
         FROM unnest($3::text[], $4::text[]) AS embedded (id, hash)
         WHERE tenant_id = $1 AND knowledge_item.id = embedded.id`,
        [tenantId, embedderId, ids, hashes],
      );
    },

    async forgetEmbeddings(tenantId) {
      await database.query('UPDATE knowledge_item SET embedded_by = NULL WHERE tenant_id = $1', [tenantId]);
    },

    async countKnowledge(tenantId, embedderId) {
      const [row] = await database.query<{ items: number; embedded: number }>(
        `SELECT count(*)::int AS items,
           count(*) FILTER (WHERE embedded_by = $2 AND embedded_hash = content_hash)::int AS embedded
         FROM knowledge_item WHERE tenant_id = $1`,
        [tenantId, embedderId],
      );
      return row ?? { items: 0, embedded: 0 };
    },

    async readCursor(tenantId, source) {
      const [row] = await database.query<{ cursor: string }>(
        'SELECT cursor FROM import_cursor WHERE tenant_id = $1 AND source = $2',
        [tenantId, source],
      );
      return row?.cursor ?? null;
    },

    async saveCursor(tenantId, source, cursor) {
      await database.query(
        `INSERT INTO import_cursor (tenant_id, source, cursor) VALUES ($1, $2, $3)
         ON CONFLICT (tenant_id, source) DO UPDATE SET cursor = excluded.cursor`,
        [tenantId, source, cursor],
      );
    },
  };
}
