import type { KnowledgeItem } from '../../../ports/knowledge.ts';
import type { Transaction } from '../../../ports/store.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { saveSearchTerms } from './search-terms.ts';
import { toJson } from './to-json.ts';

/** An item as it is stored: `approved` is what a person said of it, null when nobody did; the people as fingerprints. */
export type Held = { item: KnowledgeItem; people: string[]; approved: boolean | null };
/** One that stands for itself, with the number of tickets that say the same and when the last of them was solved. */
export type Kept = Held & { copies: number; lastResolvedAt: string | null };

/** Until the transaction ends nobody else folds, saves or removes this tenant's knowledge. */
export async function lockKnowledge(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [`knowledge:${tenantId}`]);
}

/** A stamp that PostgreSQL takes; null for what is none. */
export function toStamp(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  return Number.isFinite(time) ? new Date(time).toISOString() : null;
}

/** Rows that are not there yet, with what they are found by. */
export async function insertItems(
  tx: Transaction,
  tenantId: string,
  kept: readonly (Kept & { likeness?: Likeness })[],
): Promise<void> {
  if (kept.length === 0) return;
  const rows = kept.map(({ item, people, approved, copies, lastResolvedAt, likeness }) => {
    const { questionKey, answerKey, bands } = likeness ?? likenessOf(tenantId, item);
    const [like_1, like_2, like_3, like_4] = bands;
    const keys = { question_key: questionKey, answer_key: answerKey, like_1, like_2, like_3, like_4 };
    const stamps = { resolved_at: toStamp(item.resolvedAt), last_resolved_at: lastResolvedAt };
    return { item, people, approved, copies, ...keys, ...stamps };
  });
  await tx.query(
    `INSERT INTO knowledge_item (tenant_id, id, kind, ticket_id, category, language, satisfaction, gold, content_hash,
       item, people, approved, copies, question_key, answer_key,
       like_1, like_2, like_3, like_4, resolved_at, last_resolved_at, seen_at)
     SELECT $1, item->>'id', item->>'kind', item->>'ticketId', item->>'category', item->>'language',
       item->>'satisfaction', (item->>'gold')::boolean, item->>'contentHash',
       item, people, approved, copies, question_key, answer_key,
       like_1, like_2, like_3, like_4, resolved_at, last_resolved_at, now()
     FROM jsonb_to_recordset($2::jsonb) AS row (item jsonb, people text[], approved boolean, copies integer,
       question_key text, answer_key text, like_1 integer, like_2 integer, like_3 integer, like_4 integer,
       resolved_at timestamptz, last_resolved_at timestamptz)`,
    [tenantId, toJson(rows)],
  );
  await saveSearchTerms(
    tx,
    tenantId,
    kept.map(({ item }) => item),
  );
}

export async function insertCopies(
  tx: Transaction,
  tenantId: string,
  copies: readonly (Held & { copyOf: string })[],
): Promise<void> {
  if (copies.length === 0) return;
  const rows = copies.map(({ copyOf, item, people, approved }) => ({
    ...{ id: item.id, copy_of: copyOf, item, people, approved, resolved_at: toStamp(item.resolvedAt) },
  }));
  await tx.query(
    `INSERT INTO knowledge_copy (tenant_id, id, copy_of, item, people, approved, resolved_at)
     SELECT $1, id, copy_of, item, people, approved, resolved_at
     FROM jsonb_to_recordset($2::jsonb) AS row (id text, copy_of text, item jsonb, people text[], approved boolean,
       resolved_at timestamptz)`,
    [tenantId, toJson(rows)],
  );
}

/** Changes what is known of items whose words stay; articles are seen again, changed or not. */
export async function updateItems(
  tx: Transaction,
  tenantId: string,
  { changed, seen }: { changed: readonly Held[]; seen: readonly string[] },
): Promise<void> {
  if (seen.length > 0)
    await tx.query(
      `UPDATE knowledge_item SET seen_at = now() WHERE tenant_id = $1 AND kind = 'article' AND id = ANY($2)`,
      [tenantId, seen],
    );
  if (changed.length === 0) return;
  const rows = changed.map(({ item, people, approved }) => ({
    ...{ item, people, approved, answer_key: likenessOf(tenantId, item).answerKey },
    resolved_at: toStamp(item.resolvedAt),
  }));
  await tx.query(
    `UPDATE knowledge_item AS kept SET category = row.item->>'category', language = row.item->>'language',
       satisfaction = row.item->>'satisfaction', gold = (row.item->>'gold')::boolean, answer_key = row.answer_key,
       content_hash = row.item->>'contentHash', item = row.item, people = row.people, approved = row.approved,
       resolved_at = row.resolved_at, last_resolved_at = GREATEST(kept.last_resolved_at, row.resolved_at),
       seen_at = now(), updated_at = now()
     FROM jsonb_to_recordset($2::jsonb) AS row (item jsonb, people text[], approved boolean, answer_key text,
       resolved_at timestamptz)
     WHERE kept.tenant_id = $1 AND kept.id = row.item->>'id'`,
    [tenantId, toJson(rows)],
  );
  await saveSearchTerms(
    tx,
    tenantId,
    changed.map(({ item }) => item),
  );
}

export async function updateCopies(tx: Transaction, tenantId: string, changed: readonly Held[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ item, people, approved }) => ({
    ...{ item, people, approved, resolved_at: toStamp(item.resolvedAt) },
  }));
  await tx.query(
    `UPDATE knowledge_copy AS copy SET item = row.item, people = row.people, approved = row.approved,
       resolved_at = row.resolved_at, updated_at = now()
     FROM jsonb_to_recordset($2::jsonb) AS row (item jsonb, people text[], approved boolean, resolved_at timestamptz)
     WHERE copy.tenant_id = $1 AND copy.id = row.item->>'id'`,
    [tenantId, toJson(rows)],
  );
}

/** What was a copy of one item becomes a copy of another. */
export async function pointCopies(
  tx: Transaction,
  tenantId: string,
  moves: readonly { from: string; to: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  await tx.query(
    `UPDATE knowledge_copy SET copy_of = move.target FROM unnest($2::text[], $3::text[]) AS move (source, target)
     WHERE tenant_id = $1 AND copy_of = move.source`,
    [tenantId, moves.map(({ from }) => from), moves.map(({ to }) => to)],
  );
}

/** Takes items and copies away as they are; what else hangs on them is the caller's to see to. */
export async function deleteRows(
  tx: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<{ items: string[]; copies: { id: string; copyOf: string }[] }> {
  if (ids.length === 0) return { items: [], copies: [] };
  const items = await tx.query<{ id: string }>(
    'DELETE FROM knowledge_item WHERE tenant_id = $1 AND id = ANY($2) RETURNING id',
    [tenantId, ids],
  );
  await tx.query('DELETE FROM knowledge_embedding WHERE tenant_id = $1 AND item_id = ANY($2)', [tenantId, ids]);
  const copies = await tx.query<{ id: string; copyOf: string }>(
    'DELETE FROM knowledge_copy WHERE tenant_id = $1 AND id = ANY($2) RETURNING id, copy_of AS "copyOf"',
    [tenantId, ids],
  );
  return { items: items.map(({ id }) => id), copies };
}

/** Counts anew how many tickets these items stand for. */
export async function recount(tx: Transaction, tenantId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `UPDATE knowledge_item AS kept SET copies = 1 + found.copies,
       last_resolved_at = GREATEST(kept.resolved_at, found.last)
     FROM (SELECT wanted.id, count(copy.id)::int AS copies, max(copy.resolved_at) AS last
       FROM unnest($2::text[]) AS wanted (id)
       LEFT JOIN knowledge_copy AS copy ON copy.tenant_id = $1 AND copy.copy_of = wanted.id
       GROUP BY wanted.id) AS found
     WHERE kept.tenant_id = $1 AND kept.id = found.id`,
    [tenantId, ids],
  );
}
