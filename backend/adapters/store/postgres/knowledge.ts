import type { ItemFacts, ItemStore, KnowledgeCounts, KnowledgeItem } from '../../../ports/knowledge.ts';
import type { Transaction } from '../../../ports/store.ts';
import { removeItems, replaceWorse } from './best-copy.ts';
import type { Database } from './database.ts';
import type { Fingerprints } from './fingerprints.ts';
import { lockKnowledge } from './knowledge-rows.ts';
import { markStandings } from './mark-standings.ts';
import { saveEntries } from './save-knowledge.ts';
import { lockTombstones, saveTombstones } from './tombstones.ts';

const NOTHING: KnowledgeCounts = { items: 0, articles: 0, gold: 0, duplicates: 0, superseded: 0, stale: 0 };

/** Says it of an item or of a copy, which then may stand for the item that it was a copy of. */
async function setGold(tx: Transaction, tenantId: string, id: string, gold: boolean): Promise<boolean> {
  await lockKnowledge(tx, tenantId);
  const values = [tenantId, id, gold];
  const set = `approved = $3, item = jsonb_set(item, '{gold}', to_jsonb($3::boolean))`;
  const of = 'WHERE tenant_id = $1 AND id = $2';
  const items = await tx.query<{ id: string }>(
    `UPDATE knowledge_item SET ${set}, gold = $3,
       standing = CASE WHEN $3 AND standing = 'stale' THEN 'current' ELSE standing END ${of} RETURNING id`,
    values,
  );
  const copies = await tx.query<{ id: string }>(
    `UPDATE knowledge_copy SET ${set} ${of} RETURNING copy_of AS id`,
    values,
  );
  const kept = [...items, ...copies].map((row) => row.id);
  await replaceWorse(tx, tenantId, kept);
  return kept.length > 0;
}

/** With what repeats it, which says the same. */
async function leaveOut(tx: Transaction, tenantId: string, id: string, fingerprints: Fingerprints): Promise<string[]> {
  await lockTombstones(tx, tenantId);
  await lockKnowledge(tx, tenantId);
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM knowledge_item WHERE tenant_id = $1 AND id = $2
     UNION ALL SELECT id FROM knowledge_copy WHERE tenant_id = $1 AND (copy_of = $2 OR id = $2)`,
    [tenantId, id],
  );
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  await saveTombstones(
    tx,
    tenantId,
    ids.map((each) => fingerprints.item(tenantId, each)),
  );
  return removeItems(tx, tenantId, ids);
}

export function createKnowledgeStore(database: Database, fingerprints: Fingerprints): ItemStore {
  return {
    saveKnowledge: (tenantId, entries) =>
      database.transaction((tx) => saveEntries(tx, tenantId, entries, fingerprints)),
    removeKnowledge: (tenantId, ids) => database.transaction((tx) => removeItems(tx, tenantId, ids)),
    leaveOut: (tenantId, id) => database.transaction((tx) => leaveOut(tx, tenantId, id, fingerprints)),
    setGold: (tenantId, id, gold) => database.transaction((tx) => setGold(tx, tenantId, id, gold)),
    markStandings: (tenantId, staleBefore) => markStandings(database, tenantId, staleBefore),

    async findUnseenArticles(tenantId, since) {
      const rows = await database.query<{ id: string }>(
        `SELECT id FROM knowledge_item WHERE tenant_id = $1 AND kind = 'article' AND seen_at < $2 ORDER BY id`,
        [tenantId, since],
      );
      return rows.map(({ id }) => id);
    },

    async readKnowledge(tenantId, ids) {
      const rows = await database.query<{ item: KnowledgeItem }>(
        'SELECT item FROM knowledge_item WHERE tenant_id = $1 AND id = ANY($2)',
        [tenantId, ids],
      );
      return rows.map(({ item }) => item);
    },

    async readFacts(tenantId, ids) {
      const rows = await database.query<Omit<ItemFacts, 'resolvedAt'> & { last: Date | null }>(
        `SELECT id, kind, ticket_id AS "ticketId", category, language, satisfaction, gold, standing, copies,
           answer_key AS "answerKey", last_resolved_at AS last
         FROM knowledge_item WHERE tenant_id = $1 AND id = ANY($2)`,
        [tenantId, ids],
      );
      return rows.map(({ last, ...facts }) => ({ ...facts, resolvedAt: last?.toISOString() ?? null }));
    },

    async countKnowledge(tenantId) {
      const [row] = await database.query<KnowledgeCounts>(
        `SELECT count(*)::int AS items, count(*) FILTER (WHERE kind = 'article')::int AS articles,
           count(*) FILTER (WHERE gold)::int AS gold, COALESCE(sum(copies - 1), 0)::int AS duplicates,
           count(*) FILTER (WHERE standing = 'superseded')::int AS superseded,
           count(*) FILTER (WHERE standing = 'stale')::int AS stale
         FROM knowledge_item WHERE tenant_id = $1`,
        [tenantId],
      );
      return row ?? NOTHING;
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
