import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentSchema } from '../contract/assignment.ts';
import type { GroupAgent } from '../ports/assignment.ts';
import { chooseAgent } from './choose-agent.ts';

const open = (count: number) => Array.from({ length: count }, (_, index) => `${index + 100}`);
const agent = (id: string): GroupAgent => ({ id, name: null, available: true, openTickets: [] });

const skill = fc.constantFrom<string[]>('a', 'b');
const language = fc.constantFrom<string[]>('en', 'de', 'ja', 'und');
const group = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 40 }).map(String),
    name: fc.constant(null),
    available: fc.constantFrom(true, false, null),
    openTickets: fc.integer({ min: 0, max: 5 }).map((count) => open(count)),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);
const settings = fc.record({
  enabled: fc.constant(true),
  maxOpen: fc.constantFrom(null, 2, 4),
  agents: fc.dictionary(
    fc.integer({ min: 1, max: 40 }).map(String),
    fc.record({
      skills: fc.uniqueArray(skill),
      languages: fc.constantFrom<(string[] | undefined)[]>(undefined, ['en'], ['de', 'ja']),
    }),
    { maxKeys: 20, noNullPrototype: true },
  ),
});
const given = fc.record({
  ticketId: fc.constant('1'),
  skills: fc.uniqueArray(skill),
  language,
  agents: group,
  assignment: settings,
  turns: fc.record({
    standing: fc.option(fc.integer({ min: 1, max: 40 }).map(String)),
    recent: fc.array(
      fc.record({
        agentId: fc.integer({ min: 1, max: 40 }).map(String),
        ticketId: fc.constantFrom('100', '201', '202'),
      }),
      { maxLength: 6 },
    ),
    lastTurn: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 40 }).map(String), fc.integer({ min: 1, max: 9 })))
      .map((pairs) => new Map(pairs)),
  }),
});

describe('whatever a group looks like', () => {
  it('nobody is chosen who is away, full or without a skill, and everybody else is told why', () => {
    fc.assert(
      fc.property(given, (input) => {
        const { assignee, unassigned } = chooseAgent(input);
        expect(assignee === null).toBe(unassigned !== null);
        if (!assignee) return;
        const chosen = input.agents.find(({ id }) => id === assignee.agentId);
        const own = input.assignment.agents[assignee.agentId];
        expect(chosen?.available).not.toBe(false);
        expect(own?.skills ?? []).toEqual(expect.arrayContaining(input.skills));
        expect(assignee.open).toBeLessThan(input.assignment.maxOpen ?? Number.POSITIVE_INFINITY);
        const others = input.agents.map(({ id }) => id).filter((id) => id !== assignee.agentId);
        expect(assignee.passedOver.map(({ agentId }) => agentId).sort()).toEqual(others.sort());
      }),
    );
  });

  it('somebody is chosen as long as one is there, free and skilled', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 41, max: 50 }), (input, id) => {
        const agents = [...input.agents, agent(String(id))];
        const assignment = {
          ...input.assignment,
          agents: { ...input.assignment.agents, [id]: { skills: ['a', 'b'] } },
        };
        expect(chooseAgent({ ...input, agents, assignment }).assignee).not.toBeNull();
      }),
    );
  });

  it('the order in which its agents are read does not matter', () => {
    fc.assert(
      fc.property(
        given.chain((input) =>
          fc.tuple(fc.constant(input), fc.shuffledSubarray(input.agents, { minLength: input.agents.length })),
        ),
        ([input, agents]) => {
          expect(chooseAgent({ ...input, agents })).toEqual(chooseAgent(input));
        },
      ),
    );
  });

  it('who starts level ends level, within one ticket', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 40 }), (size, tickets) => {
        const agents = Array.from({ length: size }, (_, index) => agent(String(index + 1)));
        const recent: { agentId: string; ticketId: string }[] = [];
        const lastTurn = new Map<string, number>();
        for (let turn = 1; turn <= tickets; turn += 1) {
          const ticketId = String(1000 + turn);
          const turns = { standing: null, recent, lastTurn };
          const assignment = assignmentSchema.parse({ maxOpen: null });
          const { assignee } = chooseAgent({ ticketId, agents, turns, assignment, skills: [], language: 'en' });
          const agentId = assignee?.agentId ?? '';
          recent.push({ agentId, ticketId });
          lastTurn.set(agentId, turn);
        }
        const counts = agents.map(({ id }) => recent.filter(({ agentId }) => agentId === id).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
