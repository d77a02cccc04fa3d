import type { AssignmentStore, Turns } from '../../../ports/assignment.ts';
import type { Transaction } from '../../../ports/transaction.ts';
import type { Database } from './database.ts';

/** Zendesk's search knows of a change within a few minutes. */
const RECENT_MINUTES = 10;
/** How long a ticket remembers whom it had. */
const KEPT_DAYS = 7;

/** Until the transaction ends nobody else chooses for this tenant. */
const lockTurns = (tx: Transaction, tenantId: string) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 5))', [`assignment:${tenantId}`]);

async function readTurns(tx: Transaction, tenantId: string, ticketId: string): Promise<Turns> {
  const given = await tx.query<{ agentId: string; ticketId: string }>(
    `SELECT agent_id AS "agentId", ticket_id AS "ticketId" FROM assignment
     WHERE tenant_id = $1 AND (ticket_id = $2 OR at > now() - make_interval(mins => ${RECENT_MINUTES}))`,
    [tenantId, ticketId],
  );
  const turns = await tx.query<{ agentId: string; turn: number }>(
    'SELECT agent_id AS "agentId", turn::float8 AS turn FROM agent_turn WHERE tenant_id = $1',
    [tenantId],
  );
  return {
    standing: given.find((one) => one.ticketId === ticketId)?.agentId ?? null,
    recent: given.filter((one) => one.ticketId !== ticketId),
    lastTurn: new Map(turns.map(({ agentId, turn }) => [agentId, turn])),
  };
}

async function saveChoice(tx: Transaction, tenantId: string, ticketId: string, agentId: string): Promise<void> {
  // Of a ticket that was forgotten meanwhile nothing is left to choose for.
  await tx.query(
    `INSERT INTO assignment (tenant_id, ticket_id, agent_id)
     SELECT $1, $2, $3 FROM (SELECT FROM triage WHERE tenant_id = $1 AND ticket_id = $2 LIMIT 1 FOR KEY SHARE) AS known
     ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET agent_id = excluded.agent_id, at = now()`,
    [tenantId, ticketId, agentId],
  );
  await tx.query(
    `INSERT INTO agent_turn (tenant_id, agent_id, turn)
     SELECT $1, $2, coalesce(max(turn), 0) + 1 FROM agent_turn WHERE tenant_id = $1
     ON CONFLICT (tenant_id, agent_id) DO UPDATE SET turn = excluded.turn`,
    [tenantId, agentId],
  );
  await tx.query(`DELETE FROM assignment WHERE tenant_id = $1 AND at < now() - make_interval(days => ${KEPT_DAYS})`, [
    tenantId,
  ]);
}

export function createAssignmentStore(database: Database): AssignmentStore {
  return {
    chooseInTurn: (tenantId, ticketId, choose) =>
      database.transaction(async (tx) => {
        await lockTurns(tx, tenantId);
        const turns = await readTurns(tx, tenantId, ticketId);
        const agentId = choose(turns);
        // The same choice again is no new turn.
        if (agentId !== null && agentId !== turns.standing) await saveChoice(tx, tenantId, ticketId, agentId);
      }),
  };
}
