import type { EmbeddingStore } from '../../../ports/knowledge.ts';
import type { Database } from './database.ts';

type Unembedded = Awaited<ReturnType<EmbeddingStore['findUnembedded']>>[number];
type Counts = Awaited<ReturnType<EmbeddingStore['countEmbedded']>>;

/** One step from each embedder to the next: as many as there are embedders, however many items they have. */
const EMBEDDERS = `WITH RECURSIVE embedder (id) AS (
  (SELECT embedder_id FROM knowledge_embedding WHERE tenant_id = $1 ORDER BY embedder_id LIMIT 1)
  UNION ALL
  SELECT (SELECT embedder_id FROM knowledge_embedding
    WHERE tenant_id = $1 AND embedder_id > embedder.id ORDER BY embedder_id LIMIT 1)
  FROM embedder WHERE embedder.id IS NOT NULL
)
SELECT id FROM embedder WHERE id IS NOT NULL`;

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

function createMarks(
  database: Database,
): Pick<EmbeddingStore, 'markEmbedded' | 'unmarkEmbedded' | 'forgetEmbeddings' | 'findEmbedded'> {
  return {
    async markEmbedded(tenantId, embedderId, items) {
      const [ids, hashes] = [items.map(({ id }) => id), items.map(({ contentHash }) => contentHash)];
      const rows = await database.query<{ id: string }>(
        `INSERT INTO knowledge_embedding (tenant_id, embedder_id, item_id, content_hash)
         SELECT $1, $2, id, hash FROM unnest($3::text[], $4::text[]) AS done (id, hash)
         WHERE (SELECT true FROM knowledge_item WHERE tenant_id = $1 AND knowledge_item.id = done.id)
         ON CONFLICT (tenant_id, embedder_id, item_id) DO UPDATE SET content_hash = excluded.content_hash
         RETURNING item_id AS id`,
        [tenantId, embedderId, ids, hashes],
      );
      const marked = new Set(idsOf(rows));
      return ids.filter((id) => !marked.has(id));
    },

    async unmarkEmbedded(tenantId, embedderId, ids) {
      await database.query(
        'DELETE FROM knowledge_embedding WHERE tenant_id = $1 AND embedder_id = $2 AND item_id = ANY($3)',
        [tenantId, embedderId, ids],
      );
    },

    async forgetEmbeddings(tenantId, embedderId) {
      await database.query('DELETE FROM knowledge_embedding WHERE tenant_id = $1 AND embedder_id = $2', [
        tenantId,
        embedderId,
      ]);
    },

    async findEmbedded(tenantId, embedderId, { after, limit }) {
      const rows = await database.query<{ id: string }>(
        `SELECT item_id AS id FROM knowledge_embedding
         WHERE tenant_id = $1 AND embedder_id = $2 AND item_id > $3 ORDER BY item_id LIMIT $4`,
        [tenantId, embedderId, after, limit],
      );
      return idsOf(rows);
    },
  };
}

function createServing(
  database: Database,
): Pick<EmbeddingStore, 'readServing' | 'saveServing' | 'listEmbedders' | 'findRetired'> {
  return {
    async readServing(tenantId) {
      const [row] = await database.query<{ id: string }>(
        'SELECT embedder_id AS id FROM knowledge_serving WHERE tenant_id = $1',
        [tenantId],
      );
      return row?.id ?? null;
    },

    async saveServing(tenantId, embedderId) {
      await database.query(
        `INSERT INTO knowledge_serving (tenant_id, embedder_id) VALUES ($1, $2)
         ON CONFLICT (tenant_id) DO UPDATE SET embedder_id = excluded.embedder_id, since = now()
         WHERE knowledge_serving.embedder_id <> excluded.embedder_id`,
        [tenantId, embedderId],
      );
    },

    async listEmbedders(tenantId) {
      return idsOf(await database.query<{ id: string }>(EMBEDDERS, [tenantId]));
    },

    async findRetired(tenantId, before) {
      const rows = await database.query<{ id: string }>(
        `SELECT found.id FROM (${EMBEDDERS}) AS found
         JOIN knowledge_serving ON tenant_id = $1 AND embedder_id <> found.id AND since < $2`,
        [tenantId, before],
      );
      return idsOf(rows);
    },
  };
}

/** The most that is looked at in one statement: the embedded database holds up the whole process for as long as one takes. */
const WIDEST = 2_000;

/** Looked up row by row: without fresh statistics, which the embedded database never has, a join goes through everything. */
const DONE = `(SELECT content_hash FROM knowledge_embedding
  WHERE tenant_id = $1 AND embedder_id = $2 AND item_id = knowledge_item.id)`;

type Window = { items: number; marked: number; missing: string[]; last: string };
type Place = { tenantId: string; embedderId: string; after: string };

/** The items after an id, a wider window at a time, and which of them are not embedded in their present form. */
async function* readWindows(database: Database, place: Place, firstWidth: number): AsyncGenerator<Window> {
  let last = place.after;
  for (let width = firstWidth; ; width = Math.min(2 * width, WIDEST)) {
    const [window] = await database.query<Window>(
      `SELECT count(*)::int AS items, count(done)::int AS marked, max(id) AS last,
         COALESCE(array_agg(id ORDER BY id) FILTER (WHERE done IS DISTINCT FROM content_hash), '{}') AS missing
       FROM (
         SELECT tenant_id, id, content_hash, ${DONE} AS done FROM knowledge_item
         WHERE (tenant_id, id) > ($1, $3) ORDER BY tenant_id, id LIMIT $4
       ) AS item WHERE tenant_id = $1`,
      [place.tenantId, place.embedderId, last, width],
    );
    if (!window || window.items === 0) return;
    yield window;
    if (window.items < width) return;
    last = window.last;
  }
}

async function findMissing(database: Database, place: Place, limit: number): Promise<string[]> {
  const found: string[] = [];
  for await (const { missing } of readWindows(database, place, limit)) {
    found.push(...missing);
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** What each embedder has embedded, and which one serves. */
export function createEmbeddingStore(database: Database): EmbeddingStore {
  return {
    ...createMarks(database),
    ...createServing(database),

    async findUnembedded(tenantId, embedderId, { after, limit, ids }) {
      const asked = ids ?? (await findMissing(database, { tenantId, embedderId, after }, limit));
      if (asked.length === 0) return [];
      return database.query<Unembedded>(
        `SELECT id, item->>'title' AS title, item->>'question' AS question, content_hash AS "contentHash"
         FROM knowledge_item WHERE tenant_id = $1 AND id = ANY($3) AND id > $4 AND ${DONE} IS DISTINCT FROM content_hash
         ORDER BY id LIMIT $5`,
        [tenantId, embedderId, asked, after, limit],
      );
    },

    async countEmbedded(tenantId, embedderId) {
      const counts: Counts = { embedded: 0, missing: 0, marked: 0 };
      for await (const { items, marked, missing } of readWindows(
        database,
        { tenantId, embedderId, after: '' },
        WIDEST,
      )) {
        counts.embedded += items - missing.length;
        counts.missing += missing.length;
        counts.marked += marked;
      }
      return counts;
    },
  };
}
