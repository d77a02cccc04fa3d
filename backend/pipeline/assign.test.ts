import { describe, expect, it } from 'vitest';
import { assignmentSchema } from '../contract/assignment.ts';
import type { GroupAgent, Turns } from '../ports/assignment.ts';
import { OutsideError } from '../ports/errors.ts';
import { type AssignParts, assign } from './assign.ts';

const agent = (id: string, over: Partial<GroupAgent> = {}): GroupAgent => ({
  ...{ id, name: `Agent ${id}`, available: true, openTickets: [] },
  ...over,
});
const NO_TURNS: Turns = { standing: null, recent: [], lastTurn: new Map() };

type Given = Parameters<typeof assign>[0];
const given = (over: Partial<Given> = {}, ticket: Partial<Given['ticket']> = {}): Given => ({
  ...{
    routing: { groupId: '501', skills: [] },
    language: 'en',
    ticket: { id: '42', status: 'open', assigneeId: null, ...ticket },
  },
  ...over,
});

function aDesk({
  agents = [agent('1'), agent('2')],
  turns = NO_TURNS,
  ...over
}: Partial<AssignParts> & {
  agents?: GroupAgent[];
  turns?: Turns;
} = {}) {
  const seen = { asked: [] as string[], kept: [] as (string | null)[] };
  const parts: AssignParts = {
    assignment: assignmentSchema.parse({ enabled: true }),
    tenant: {
      id: 't',
      helpdesk: {
        fetchAgents: async (groupId) => {
          seen.asked.push(groupId);
          return agents;
        },
      },
    },
    store: { chooseInTurn: async (_tenant, _ticket, choose) => void seen.kept.push(choose(turns)) },
    ...over,
  };
  return { parts, seen };
}

describe('giving a ticket to an agent', () => {
  it('asks about the ticket’s new group and keeps whom it chose', async () => {
    const { parts, seen } = aDesk();
    const { assignee } = await assign(given(), parts);
    expect(assignee).toMatchObject({ agentId: '1', name: 'Agent 1', passedOver: [{ agentId: '2', reason: 'level' }] });
    expect(seen).toEqual({ asked: ['501'], kept: ['1'] });
  });

  it.each<[string, Given, Partial<AssignParts>]>([
    ['the account does not want it', given(), { assignment: assignmentSchema.parse({}) }],
    ['the team has no group', given({ routing: { groupId: null, skills: [] } }), {}],
    ['the ticket is solved', given({}, { status: 'solved' }), {}],
  ])('asks nobody where %s', async (_, input, over) => {
    const { parts, seen } = aDesk(over);
    expect(await assign(input, parts)).toEqual({ assignee: null, unassigned: null });
    expect(seen).toEqual({ asked: [], kept: [] });
  });

  it.each<[string, string, Turns, string | null]>([
    ['somebody else gave it to', '9', NO_TURNS, null],
    ['somebody took, after we gave it to another', '9', { ...NO_TURNS, standing: '2' }, null],
    ['we gave it to, in this group', '2', { ...NO_TURNS, standing: '2' }, null],
    ['we gave it to, in another group', '9', { ...NO_TURNS, standing: '9' }, '1'],
  ])('chooses anew for a ticket of an agent whom %s: %s', async (_, assigneeId, turns, expected) => {
    const { parts, seen } = aDesk({ turns });
    const { assignee, unassigned } = await assign(given({}, { assigneeId }), parts);
    expect([assignee?.agentId ?? null, unassigned]).toEqual([expected, null]);
    expect(seen.kept).toEqual([expected]);
  });

  it('says why there is nobody, and keeps no choice', async () => {
    const { parts, seen } = aDesk({ agents: [agent('1', { available: false })] });
    expect(await assign(given(), parts)).toEqual({ assignee: null, unassigned: 'away' });
    expect(seen.kept).toEqual([null]);
  });

  it('goes on without an agent when the helpdesk fails', async () => {
    const fetchAgents = async () => {
      throw new OutsideError('zendesk', 'server_error', 'answered 500');
    };
    const { parts } = aDesk({ tenant: { id: 't', helpdesk: { fetchAgents } } });
    expect(await assign(given(), parts)).toEqual({ assignee: null, unassigned: 'no_answer' });
  });

  it('goes on without an agent when the helpdesk does not answer', async () => {
    const { parts } = aDesk({
      tenant: { id: 't', helpdesk: { fetchAgents: () => new Promise(() => {}) } },
      patienceMs: 5,
    });
    expect(await assign(given(), parts)).toEqual({ assignee: null, unassigned: 'no_answer' });
  });
});
