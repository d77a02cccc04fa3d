import type { ErasedCounts, Erasing } from '../../../ports/erasure.ts';
import type { Transaction } from '../../../ports/store.ts';
import { removeItems } from './best-copy.ts';
import { lockLearned } from './lock-learned.ts';
import { lockFold } from './overview-fold.ts';
import { toJson } from './to-json.ts';
import { dropSources } from './without-sources.ts';

/** What one run has erased. `touched`: the tickets that there was something of. */
export type Erased = Omit<Erasing, 'erased'> & { erased: Omit<Erasing['erased'], 'tickets'>; touched: string[] };

type Named = { id: string };
const namesOf = (rows: Named[]): string[] => [...new Set(rows.map(({ id }) => id))];

/** The tickets that any of the fingerprints stands beside. */
export async function findTickets(tx: Transaction, tenantId: string, fingerprints: string[]): Promise<string[]> {
  const of = 'WHERE tenant_id = $1 AND people && $2::text[]';
  const rows = await tx.query<Named>(
    `SELECT ticket_id AS id FROM triage ${of} UNION SELECT ticket_id FROM learned_ticket ${of}
     UNION SELECT row->>'ticketId' FROM feedback ${of}
     UNION SELECT ticket_id FROM knowledge_item ${of} AND ticket_id IS NOT NULL
     UNION SELECT item->>'ticketId' FROM knowledge_copy ${of} AND item->>'ticketId' IS NOT NULL`,
    [tenantId, fingerprints],
  );
  return namesOf(rows);
}

/** Everything by which a ticket was worked on. The triage goes first: whoever adds to one holds its row. */
async function eraseWork(tx: Transaction, tenantId: string, ticketIds: string[], fingerprints: string[]) {
  const erase = (from: string, where: string, id = 'ticket_id', second: string[] = ticketIds) =>
    tx.query<Named>(`DELETE FROM ${from} WHERE tenant_id = $1 AND ${where} RETURNING ${id} AS id`, [tenantId, second]);
  const byTicket = 'ticket_id = ANY($2::text[])';
  const triages = await erase('triage', byTicket);
  await lockFold(tx, tenantId);
  const feedback = [
    ...(await erase('feedback', 'people && $2::text[]', `row->>'ticketId'`, fingerprints)),
    // Of a triage from before people were noted beside it.
    ...(await erase('feedback', `row->>'ticketId' = ANY($2::text[])`, `row->>'ticketId'`)),
  ];
  const votes = await erase('vote', byTicket);
  const learned = await erase('learned_ticket', byTicket);
  const noted = [
    ...(await erase('write_log', byTicket)),
    ...(await erase('undo_ticket', byTicket)),
    ...(await erase('inbox', byTicket)),
    ...(await erase('sla_clock', byTicket)),
    ...(await erase('ticket_seen', byTicket)),
    ...(await erase('asked_details', byTicket)),
    ...(await erase('assignment', byTicket)),
    ...(await erase('overview_change', byTicket)),
    ...(await erase('ticket_fact', byTicket)),
    ...(await erase('ticket_standing', byTicket)),
  ];
  return {
    counts: {
      triages: triages.length,
      feedback: feedback.length,
      votes: votes.length,
      learnedTickets: learned.length,
    },
    touched: namesOf([...triages, ...feedback, ...votes, ...learned, ...noted]),
  };
}

async function eraseKnowledge(tx: Transaction, tenantId: string, ticketIds: string[], fingerprints: string[]) {
  // Beside items from an older version nobody was noted.
  const of = 'WHERE tenant_id = $1 AND (people && $2::text[] OR id = ANY($3::text[]))';
  const found = await tx.query<Named & { ticketId: string | null }>(
    `SELECT id, ticket_id AS "ticketId" FROM knowledge_item ${of}
     UNION ALL SELECT id, item->>'ticketId' FROM knowledge_copy ${of}`,
    [tenantId, fingerprints, ticketIds.map((id) => `ticket:${id}`)],
  );
  const embedders = await tx.query<Named>(
    `SELECT embedder_id AS id FROM knowledge_embedding WHERE tenant_id = $1
     UNION SELECT embedder_id FROM knowledge_serving WHERE tenant_id = $1`,
    [tenantId],
  );
  const [ids, embedderIds] = [namesOf(found), namesOf(embedders)];
  const [embedded] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM knowledge_embedding
     WHERE tenant_id = $1 AND embedder_id = ANY($2::text[]) AND item_id = ANY($3::text[])`,
    [tenantId, embedderIds, ids],
  );
  const knowledgeIds = ids.length > 0 ? await removeItems(tx, tenantId, ids) : [];
  if (knowledgeIds.length > 0) await dropSources(tx, tenantId, knowledgeIds);
  return {
    knowledgeIds,
    embedderIds,
    vectors: embedded?.count ?? 0,
    touched: found.flatMap((one) => one.ticketId ?? []),
  };
}

/** A model that has learned from one of the tickets goes, and so does a training that may have read it; another one is due. */
async function eraseModel(tx: Transaction, tenantId: string, ticketIds: string[], learned: number): Promise<boolean> {
  await lockLearned(tx, tenantId);
  const models = await tx.query(
    'DELETE FROM tenant_model WHERE tenant_id = $1 AND seen && $2::text[] RETURNING 1 AS dropped',
    [tenantId, ticketIds],
  );
  const dropped = models.length > 0;
  if (dropped) await tx.query('DELETE FROM vote WHERE tenant_id = $1 AND replayed', [tenantId]);
  if (dropped || learned > 0)
    await tx.query(
      `UPDATE learned SET training = NULL, body = body || jsonb_build_object('trainedOn',
         CASE WHEN $2 OR training IS NOT NULL THEN 0
           ELSE greatest(0, coalesce((body->>'trainedOn')::int, 0) - $3::int) END)
       WHERE tenant_id = $1`,
      [tenantId, dropped, learned],
    );
  return dropped;
}

/** Reports of imports name some of what they left out. */
async function eraseFromReports(tx: Transaction, tenantId: string, ticketIds: string[]): Promise<void> {
  const gone = new Set(ticketIds.flatMap((id) => [id, `ticket:${id}`]));
  const runs = await tx.query<{ id: string; body: Record<string, unknown> }>(
    'SELECT id, body FROM import_run WHERE tenant_id = $1 AND body::text ~ $2 FOR UPDATE',
    [tenantId, '"examples": \\['],
  );
  for (const { id, body } of runs) {
    const before = toJson(body);
    const after = JSON.stringify(body, (_, part) =>
      Array.isArray(part) ? part.filter((one) => typeof one !== 'string' || !gone.has(one)) : part,
    );
    if (after !== before) await tx.query('UPDATE import_run SET body = $2 WHERE id = $1', [id, after]);
  }
}

/** Erases what stands of these tickets, and what the fingerprints stand beside, wherever it is in the database. */
export async function eraseTickets(
  tx: Transaction,
  tenantId: string,
  ticketIds: string[],
  fingerprints: string[],
): Promise<Erased> {
  const { counts, touched } = await eraseWork(tx, tenantId, ticketIds, fingerprints);
  const knowledge = await eraseKnowledge(tx, tenantId, ticketIds, fingerprints);
  const model = await eraseModel(tx, tenantId, ticketIds, counts.learnedTickets);
  await eraseFromReports(tx, tenantId, ticketIds);
  const { knowledgeIds, embedderIds, vectors } = knowledge;
  return {
    erased: { ...counts, knowledgeItems: knowledgeIds.length, model },
    ticketIds,
    knowledgeIds,
    embedderIds,
    vectors,
    touched: [...new Set([...touched, ...knowledge.touched])],
  };
}

type Counted = Exclude<keyof ErasedCounts, 'tickets' | 'vectors' | 'jobs' | 'model'>;
const COUNTED = ['triages', 'feedback', 'votes', 'learnedTickets', 'knowledgeItems'] as const satisfies Counted[];

/** What two runs have erased together. */
export function addErased(one: Erased, other: Erased): Erased {
  const both = (a: string[], b: string[]): string[] => [...new Set([...a, ...b])];
  const counts = Object.fromEntries(COUNTED.map((name) => [name, one.erased[name] + other.erased[name]]));
  return {
    erased: { ...one.erased, ...counts, model: one.erased.model || other.erased.model },
    ticketIds: both(one.ticketIds, other.ticketIds),
    knowledgeIds: both(one.knowledgeIds, other.knowledgeIds),
    embedderIds: both(one.embedderIds, other.embedderIds),
    vectors: one.vectors + other.vectors,
    touched: both(one.touched, other.touched),
  };
}
