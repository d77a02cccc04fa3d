import type { ErasureStore, Retention } from '../../../ports/erasure.ts';
import type { Transaction } from '../../../ports/store.ts';
import { removeItems } from './best-copy.ts';
import { lockLearned } from './lock-learned.ts';
import { lockFold } from './overview-fold.ts';
import { dropSources, lockTriages } from './without-sources.ts';

/** What a delivery was is of no use once the helpdesk cannot send it again; nor is an upload that nobody has imported. */
const PASSING_DAYS = 30;

type Expired = Awaited<ReturnType<ErasureStore['eraseExpired']>>;

/** Of this table, the oldest of the tenant's rows that are older than so many days. */
const oldest = (table: string, at: string, and = ''): string =>
  `SELECT ctid FROM ${table} WHERE tenant_id = $1 AND ${at} < now() - make_interval(days => $2) ${and}
   ORDER BY ${at} LIMIT $3 FOR UPDATE SKIP LOCKED`;

async function expireTriages(tx: Transaction, tenantId: string, days: number, limit: number): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    `DELETE FROM triage WHERE ctid IN (${oldest('triage', 'created_at')}) RETURNING ticket_id AS id`,
    [tenantId, days, limit],
  );
  if (rows.length > 0) await lockFold(tx, tenantId);
  for (const beside of ['write_log', 'sla_clock', 'overview_change', 'ticket_fact', 'ticket_standing'])
    await tx.query(
      `DELETE FROM ${beside} AS last WHERE tenant_id = $1 AND ticket_id = ANY($2::text[]) AND NOT EXISTS (
         SELECT 1 FROM triage WHERE triage.tenant_id = $1 AND triage.ticket_id = last.ticket_id)`,
      [tenantId, rows.map(({ id }) => id)],
    );
  await tx.query(
    `WITH ended AS (DELETE FROM undo WHERE tenant_id = $1 AND done_at < now() - make_interval(days => $2) RETURNING id)
     DELETE FROM undo_ticket USING ended WHERE tenant_id = $1 AND undo_id = ended.id`,
    [tenantId, days],
  );
  return rows.length;
}

/** What was said of suggestions, and the masked tickets that were learned from it; votes are numbers and stay. */
async function expireFeedback(tx: Transaction, tenantId: string, days: number, limit: number) {
  const rows = await tx.query(
    `DELETE FROM feedback WHERE ctid IN (${oldest('feedback', 'at')}) RETURNING 1 AS erased`,
    [tenantId, days, limit],
  );
  const learned = await tx.query(
    `DELETE FROM learned_ticket WHERE ctid IN (${oldest('learned_ticket', 'at')}) RETURNING 1 AS erased`,
    [tenantId, days, limit],
  );
  if (learned.length > 0) {
    await lockLearned(tx, tenantId);
    await tx.query(
      `UPDATE learned SET body = body || jsonb_build_object('trainedOn',
         greatest(0, coalesce((body->>'trainedOn')::int, 0) - $2::int)) WHERE tenant_id = $1`,
      [tenantId, learned.length],
    );
  }
  return { feedback: rows.length, more: rows.length === limit || learned.length === limit };
}

/** Copies before items, or one without a date would begin anew in its item's place. */
const expired = (table: string): string[] =>
  [
    'resolved_at < now() - make_interval(days => $2) ORDER BY resolved_at',
    'resolved_at IS NULL AND updated_at < now() - make_interval(days => $2)',
  ].map((old) => `(SELECT id FROM ${table} WHERE tenant_id = $1 AND item->>'kind' = 'ticket' AND ${old} LIMIT $3)`);

/** Solved tickets, approved ones too, and what was quoted of them; articles are no customer's words. */
async function expireKnowledge(tx: Transaction, tenantId: string, days: number, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `${['knowledge_copy', 'knowledge_item'].flatMap(expired).join(' UNION ALL ')} LIMIT $3`,
    [tenantId, days, limit],
  );
  if (rows.length === 0) return [];
  await lockTriages(tx);
  const ids = rows.map(({ id }) => id);
  const removed = await removeItems(tx, tenantId, ids);
  await dropSources(tx, tenantId, removed);
  return removed;
}

async function expirePassing(tx: Transaction, tenantId: string, limit: number): Promise<boolean> {
  const events = await tx.query(
    `DELETE FROM inbox WHERE ctid IN (${oldest('inbox', 'received_at')}) RETURNING 1 AS erased`,
    [tenantId, PASSING_DAYS, limit],
  );
  const seen = await tx.query(
    `DELETE FROM ticket_seen WHERE ctid IN (${oldest('ticket_seen', 'at')}) RETURNING 1 AS erased`,
    [tenantId, PASSING_DAYS, limit],
  );
  await tx.query('DELETE FROM assignment WHERE tenant_id = $1 AND at < now() - make_interval(days => $2)', [
    tenantId,
    PASSING_DAYS,
  ]);
  await tx.query(
    `DELETE FROM import_upload USING import_run WHERE import_upload.tenant_id = $1 AND import_run.id = run_id
       AND import_run.updated_at < now() - make_interval(days => $2)`,
    [tenantId, PASSING_DAYS],
  );
  return events.length === limit || seen.length === limit;
}

/** Erases a batch of each kind that is older than it may be. */
export async function eraseExpired(
  tx: Transaction,
  tenantId: string,
  { triages, feedback, knowledge }: Retention,
  limit: number,
): Promise<Expired> {
  // In the order in which an erasure takes its locks.
  const knowledgeIds = knowledge === null ? [] : await expireKnowledge(tx, tenantId, knowledge, limit);
  const ofTriages = triages === null ? 0 : await expireTriages(tx, tenantId, triages, limit);
  const ofFeedback =
    feedback === null ? { feedback: 0, more: false } : await expireFeedback(tx, tenantId, feedback, limit);
  const moreEvents = await expirePassing(tx, tenantId, limit);
  return {
    erased: { triages: ofTriages, feedback: ofFeedback.feedback, knowledgeItems: knowledgeIds.length },
    knowledgeIds,
    more: ofTriages === limit || ofFeedback.more || knowledgeIds.length >= limit || moreEvents,
  };
}
