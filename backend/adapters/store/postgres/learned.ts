import { type Evidence, type Learned, NOTHING_LEARNED } from '../../../ports/learned.ts';
import type { LearnedStore, LearnedTicket, Lesson, Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { lockLearned } from './lock-learned.ts';
import { createTenantModelStore } from './tenant-models.ts';
import { toJson } from './to-json.ts';
import { readForgotten } from './tombstones.ts';

/** What older ones said has been said by newer ones since. */
const EVIDENCE = 30_000;

/**
 * Stores what a person's final state of a ticket says: one vote a ticket, agent, field, engine and its model, the last one
 * counts. What was forgotten, by any of the fingerprints of its ticket and people, teaches nothing.
 */
export async function saveLesson(
  tx: Transaction,
  tenantId: string,
  { votes, ticket }: Lesson,
  people: string[],
): Promise<void> {
  if ((await readForgotten(tx, tenantId, people)).size > 0) return;
  for (const { ticketId, agentId, field, engine, model, triageId, language, raw, right } of votes)
    await tx.query(
      `INSERT INTO vote (tenant_id, ticket_id, agent_id, field, engine, model, triage_id, language, raw, is_right)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (tenant_id, ticket_id, agent_id, field, engine, model, replayed) DO UPDATE
       SET seq = DEFAULT, triage_id = excluded.triage_id, language = excluded.language, raw = excluded.raw,
         is_right = excluded.is_right, at = now()`,
      [tenantId, ticketId, agentId ?? '', field, engine, model ?? '', triageId, language, raw, right],
    );
  if (ticket)
    await tx.query(
      `INSERT INTO learned_ticket (tenant_id, ticket_id, corrected, ticket, people) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, ticket_id) DO UPDATE
       SET seq = DEFAULT, corrected = excluded.corrected, ticket = excluded.ticket, people = excluded.people, at = now()`,
      [tenantId, ticket.ticketId, ticket.corrected, toJson(ticket), people],
    );
}

/** Whatever an agent is called, a ticket counts once; what a model says of tickets that it has learned by heart is no evidence. */
const readEvidence = (on: Transaction, tenantId: string, builtinModel: string): Promise<Evidence[]> =>
  on.query<Evidence>(
    `SELECT field, engine, language, raw, is_right AS "right" FROM (
       SELECT DISTINCT ON (ticket_id, field, engine) * FROM vote
       WHERE tenant_id = $1 AND (engine <> 'builtin' OR model = $2 AND (replayed OR ticket_id NOT IN (
         SELECT unnest(seen) FROM tenant_model WHERE tenant_id = $1 AND version = $2)))
       ORDER BY ticket_id, field, engine, seq DESC
     ) AS newest ORDER BY seq DESC LIMIT ${EVIDENCE}`,
    [tenantId, builtinModel],
  );

const whole = (body: Partial<Learned> | undefined): Learned => ({ ...NOTHING_LEARNED, ...body });

export function createLearnedStore(database: Database): LearnedStore {
  return {
    ...createTenantModelStore(database),
    async readLearned(tenantId) {
      const [row] = await database.query<{ body: Partial<Learned> }>('SELECT body FROM learned WHERE tenant_id = $1', [
        tenantId,
      ]);
      return whole(row?.body);
    },
    changeLearned: (tenantId, builtinModel, change) =>
      database.transaction(async (tx) => {
        const body = await lockLearned(tx, tenantId);
        const evidence = await readEvidence(tx, tenantId, builtinModel);
        const changed = { ...whole(body), ...change(whole(body), evidence) };
        await tx.query('UPDATE learned SET body = $2, at = now() WHERE tenant_id = $1', [tenantId, toJson(changed)]);
        return changed;
      }),
    readEvidence: (tenantId, builtinModel) => readEvidence(database, tenantId, builtinModel),
    async readLearnedTickets(tenantId, { correctedOnly, limit, characters }) {
      const ticket = characters ? `jsonb_set(ticket, '{text}', to_jsonb(left(ticket->>'text', $4)))` : 'ticket';
      const rows = await database.query<{ ticket: LearnedTicket }>(
        `SELECT ${ticket} AS ticket FROM learned_ticket WHERE tenant_id = $1 AND (corrected OR NOT $2)
         ORDER BY seq DESC LIMIT $3`,
        [tenantId, correctedOnly, limit, ...(characters ? [characters] : [])],
      );
      return rows.map((row) => row.ticket);
    },
    async countLearnedTickets(tenantId) {
      const [row] = await database.query<{ tickets: number }>(
        'SELECT count(*)::int AS tickets FROM learned_ticket WHERE tenant_id = $1',
        [tenantId],
      );
      return row?.tickets ?? 0;
    },
  };
}
