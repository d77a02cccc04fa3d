import type { Standing } from '../../../ports/knowledge.ts';
import type { Database } from './database.ts';
import { lockKnowledge } from './knowledge-rows.ts';

/** Items judged in one statement, so that nothing else waits long for the database. */
const AT_ONCE = 1_000;

type Judged = { id: string; standing: Standing; old: boolean };

/** Items whose question was answered otherwise since; only an approved answer supersedes an approved one. */
async function readSuperseded(database: Database, tenantId: string, staleBefore: Date): Promise<Set<string>> {
  const rows = await database.query<{ id: string }>(
    `WITH contested AS (
       SELECT question_key FROM knowledge_item WHERE tenant_id = $1 AND question_key <> ''
       GROUP BY question_key HAVING count(*) > 1
     ), answers AS (
       SELECT id, answer_key, gold, last_resolved_at AS last,
         first_value(answer_key) OVER newest AS newest_answer, first_value(last_resolved_at) OVER newest AS newest_last,
         first_value(answer_key) OVER newest_gold AS gold_answer, first_value(last_resolved_at) OVER newest_gold AS gold_last
       FROM knowledge_item JOIN contested USING (question_key) WHERE tenant_id = $1
       WINDOW newest AS (PARTITION BY question_key
           ORDER BY (gold OR last_resolved_at >= $2) DESC NULLS LAST, last_resolved_at DESC NULLS LAST, id),
         newest_gold AS (PARTITION BY question_key ORDER BY gold DESC, last_resolved_at DESC NULLS LAST, id)
     )
     SELECT id FROM answers WHERE CASE WHEN gold THEN gold_last > last AND gold_answer <> answer_key
       ELSE newest_last > last AND newest_answer <> answer_key END`,
    [tenantId, staleBefore],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The newest answer to a question supersedes the older ones that differ; what nobody has answered so since `staleBefore` is stale. */
export async function markStandings(database: Database, tenantId: string, staleBefore: Date): Promise<void> {
  const superseded = await readSuperseded(database, tenantId, staleBefore);
  const judge = ({ id, old }: Judged): Standing => (superseded.has(id) ? 'superseded' : old ? 'stale' : 'current');
  for (let after = '', more = true; more; ) {
    const items = await database.query<Judged>(
      `SELECT id, standing, COALESCE(kind = 'ticket' AND NOT gold AND last_resolved_at < $2, false) AS old
       FROM knowledge_item WHERE tenant_id = $1 AND id > $3 ORDER BY id LIMIT ${AT_ONCE}`,
      [tenantId, staleBefore, after],
    );
    const changed = items.filter((item) => judge(item) !== item.standing);
    if (changed.length > 0)
      await database.transaction(async (tx) => {
        await lockKnowledge(tx, tenantId);
        await tx.query(
          `UPDATE knowledge_item SET standing = judged.standing FROM unnest($2::text[], $3::text[]) AS judged (id, standing)
           WHERE tenant_id = $1 AND knowledge_item.id = judged.id`,
          [tenantId, changed.map(({ id }) => id), changed.map(judge)],
        );
      });
    more = items.length === AT_ONCE;
    after = items.at(-1)?.id ?? after;
  }
}
