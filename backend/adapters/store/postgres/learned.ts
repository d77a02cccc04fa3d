import { type Learned, NOTHING_LEARNED, type Vote } from '../../../ports/learned.ts';
import type { LearnedStore, LearnedTicket, Lesson, TenantModel, Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';

/** Stores what a person's final state of a ticket says: one vote a ticket, agent, field and engine, the last one counts. */
export async function saveLesson(tx: Transaction, tenantId: string, { votes, ticket }: Lesson): Promise<void> {
  for (const { ticketId, agentId, field, engine, triageId, language, raw, right } of votes)
    await tx.query(
      `INSERT INTO vote (tenant_id, ticket_id, agent_id, field, engine, triage_id, language, raw, is_right)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (tenant_id, ticket_id, agent_id, field, engine) DO UPDATE
       SET triage_id = excluded.triage_id, language = excluded.language, raw = excluded.raw,
         is_right = excluded.is_right, at = now()`,
      [tenantId, ticketId, agentId ?? '', field, engine, triageId, language, raw, right],
    );
  if (ticket)
    await tx.query(
      `INSERT INTO learned_ticket (tenant_id, ticket_id, corrected, ticket) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, ticket_id) DO UPDATE
       SET corrected = excluded.corrected, ticket = excluded.ticket, at = now()`,
      [tenantId, ticket.ticketId, ticket.corrected, toJson(ticket)],
    );
}

export function createLearnedStore(database: Database): LearnedStore {
  return {
    async readLearned(tenantId) {
      const [row] = await database.query<{ body: Partial<Learned> }>('SELECT body FROM learned WHERE tenant_id = $1', [
        tenantId,
      ]);
      return { ...NOTHING_LEARNED, ...row?.body };
    },
    async saveLearned(tenantId, part) {
      await database.query(
        `INSERT INTO learned (tenant_id, body) VALUES ($1, $2)
         ON CONFLICT (tenant_id) DO UPDATE SET body = learned.body || excluded.body, at = now()`,
        [tenantId, toJson(part)],
      );
    },
    readVotes: (tenantId, limit) =>
      database.query<Vote>(
        `SELECT triage_id AS "triageId", ticket_id AS "ticketId", nullif(agent_id, '') AS "agentId", field, engine,
           language, raw, is_right AS "right"
         FROM vote WHERE tenant_id = $1 ORDER BY seq DESC LIMIT $2`,
        [tenantId, limit],
      ),
    async readLearnedTickets(tenantId, { correctedOnly, limit }) {
      const rows = await database.query<{ ticket: LearnedTicket }>(
        `SELECT ticket FROM learned_ticket WHERE tenant_id = $1 AND (corrected OR NOT $2) ORDER BY seq DESC LIMIT $3`,
        [tenantId, correctedOnly, limit],
      );
      return rows.map(({ ticket }) => ticket);
    },
    async readModel(tenantId, exceptVersion) {
      const [row] = await database.query<TenantModel>(
        'SELECT version, bytes FROM tenant_model WHERE tenant_id = $1 AND version IS DISTINCT FROM $2',
        [tenantId, exceptVersion],
      );
      return row ?? null;
    },
    async saveModel(tenantId, { version, bytes }) {
      await database.query(
        `INSERT INTO tenant_model (tenant_id, version, bytes) VALUES ($1, $2, $3)
         ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version, bytes = excluded.bytes, at = now()`,
        [tenantId, version, bytes],
      );
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
