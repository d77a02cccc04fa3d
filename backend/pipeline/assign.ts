import type { Assignment } from '../contract/assignment.ts';
import type { Routing } from '../contract/triage.ts';
import type { AssignmentStore, GroupAgent } from '../ports/assignment.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import { isOver, type Ticket } from '../ports/ticket.ts';
import { type Choice, chooseAgent } from './choose-agent.ts';

/** The draft takes about as long; a ticket without an agent is still in its group's queue. */
const PATIENCE_MS = 10_000;

const NOT_ASKED: Choice = { assignee: null, unassigned: null };
const NO_ANSWER: Choice = { assignee: null, unassigned: 'no_answer' };

export type AssignParts = {
  tenant: { id: string; helpdesk: Pick<Helpdesk, 'fetchAgents'> };
  store: AssignmentStore;
  assignment: Assignment;
  patienceMs?: number;
};
type Given = {
  ticket: Pick<Ticket, 'id' | 'assigneeId' | 'status'>;
  routing: Pick<Routing, 'groupId' | 'skills'>;
  language: string;
};

const after = (ms: number): Promise<null> =>
  new Promise((resolve) => {
    AbortSignal.timeout(ms).addEventListener('abort', () => resolve(null));
  });

/** Whoever has the ticket keeps it, unless we gave it to them and it goes to a group that they are not in. */
const isTaken = ({ assigneeId }: Given['ticket'], agents: readonly GroupAgent[], standing: string | null): boolean =>
  assigneeId !== null && (assigneeId !== standing || agents.some(({ id }) => id === assigneeId));

async function choose(given: Given, groupId: string, parts: AssignParts): Promise<Choice> {
  const { ticket, language } = given;
  const { skills } = given.routing;
  const { tenant, store, assignment } = parts;
  const agents = await tenant.helpdesk.fetchAgents(groupId);
  let choice = NOT_ASKED;
  await store.chooseInTurn(tenant.id, ticket.id, (turns) => {
    if (!isTaken(ticket, agents, turns.standing))
      choice = chooseAgent({ ticketId: ticket.id, skills, language, agents, assignment, turns });
    return choice.assignee?.agentId ?? null;
  });
  return choice;
}

/** Chooses the agent of the ticket's new group, where the account wants it. Never throws: triage goes on without one. */
export async function assign(given: Given, parts: AssignParts): Promise<Choice> {
  const { ticket, routing } = given;
  const { groupId } = routing;
  if (!parts.assignment.enabled || groupId === null || isOver(ticket.status)) return NOT_ASKED;
  const choosing = choose(given, groupId, parts).catch(() => null);
  return (await Promise.race([choosing, after(parts.patienceMs ?? PATIENCE_MS)])) ?? NO_ANSWER;
}
