import type { Assignment } from '../contract/assignment.ts';
import type { Assignee, PassedOver, Unassigned } from '../contract/triage.ts';
import type { GroupAgent, Turns } from '../ports/assignment.ts';

const MOST_PASSED_OVER = 50;
/** Not known, or several: nobody is asked to speak that. */
const NO_LANGUAGE = ['und', 'mul'];

export type Choice = { assignee: Assignee | null; unassigned: Unassigned | null };
type Candidate = Pick<GroupAgent, 'id' | 'name' | 'available'> & { open: number; turn: number; no: PassedOver | null };
type Wanted = { skills: readonly string[]; language: string; assignment: Assignment };

const fold = (skill: string): string => skill.trim().toLowerCase();

/** Ids are numbers too long for a number. */
const byId = (a: string, b: string): number => a.length - b.length || Number(a > b) - Number(a < b);

/** Fewer open tickets first, then the longer without a turn, then the lower id. */
const inTurn = (a: Candidate, b: Candidate): number => a.open - b.open || a.turn - b.turn || byId(a.id, b.id);

/** What rules an agent out however long the queue is: a skill that a rule asks for, being away, or enough to do already. */
function ruledOut({ id, available }: GroupAgent, open: number, { skills, assignment }: Wanted): PassedOver | null {
  const own = assignment.agents[id];
  const has = new Set(own?.skills.map(fold));
  const cap = own?.maxOpen === undefined ? assignment.maxOpen : own.maxOpen;
  if (!skills.every((skill) => has.has(fold(skill)))) return 'skill';
  if (available === false) return 'away';
  return cap !== null && open >= cap ? 'full' : null;
}

/** What the helpdesk says and what we have done since, each ticket once. */
function openOf({ id, openTickets }: GroupAgent, ticketId: string, { recent }: Turns): number {
  const ours = recent.filter(({ agentId }) => agentId === id).map((one) => one.ticketId);
  const open = new Set([...openTickets, ...ours]);
  open.delete(ticketId);
  return open.size;
}

function whyBehind(other: Candidate, chosen: Candidate): PassedOver {
  if (other.no) return other.no;
  if (other.open > chosen.open) return 'busier';
  // Less to do and still behind: the ticket is the chosen one's already.
  return other.open === chosen.open && other.turn > chosen.turn ? 'had_one_later' : 'level';
}

/** The furthest that anybody came. */
function whyNobody(candidates: Candidate[]): Unassigned {
  const reasons = candidates.map(({ no }) => no);
  return (['full', 'away', 'skill'] as const).find((reason) => reasons.includes(reason)) ?? 'no_agents';
}

/**
 * Which of a group's agents gets a ticket: who has the skills, is there and below the cap; of these who speaks the customer's
 * language, if anybody does; of these who has least to do. A choice that was made for this ticket before stands while it can.
 */
export function chooseAgent(input: Wanted & { ticketId: string; agents: readonly GroupAgent[]; turns: Turns }): Choice {
  const { ticketId, agents, turns, language, assignment } = input;
  const speaks = ({ id }: { id: string }) => assignment.agents[id]?.languages?.includes(language) ?? true;
  const all = agents.map((agent): Candidate => {
    const open = openOf(agent, ticketId, turns);
    const { id, name, available } = agent;
    return { id, name, available, open, turn: turns.lastTurn.get(id) ?? 0, no: ruledOut(agent, open, input) };
  });
  const able = all.filter(({ no }) => no === null);
  if (!NO_LANGUAGE.includes(language) && able.some(speaks))
    for (const agent of able) if (!speaks(agent)) agent.no = 'language';
  const ranked = able.filter(({ no }) => no === null).sort(inTurn);
  const chosen = ranked.find(({ id }) => id === turns.standing) ?? ranked[0];
  if (!chosen) return { assignee: null, unassigned: whyNobody(all) };
  const behind = all
    .filter(({ id }) => id !== chosen.id)
    .sort((a, b) => Number(a.no !== null) - Number(b.no !== null) || inTurn(a, b));
  const passedOver = behind
    .slice(0, MOST_PASSED_OVER)
    .map((other) => ({ agentId: other.id, reason: whyBehind(other, chosen) }));
  const { id: agentId, name, open, available } = chosen;
  return { assignee: { agentId, name, open, seenThere: available !== null, passedOver }, unassigned: null };
}
