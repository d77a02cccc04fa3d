import { describe, expect, it } from 'vitest';
import { type Assignment, assignmentSchema } from '../contract/assignment.ts';
import type { GroupAgent, Turns } from '../ports/assignment.ts';
import { type Choice, chooseAgent } from './choose-agent.ts';

const NO_TURNS: Turns = { standing: null, recent: [], lastTurn: new Map() };
const agent = (id: string, over: Partial<GroupAgent> = {}): GroupAgent => ({
  ...{ id, name: `Agent ${id}`, available: true, openTickets: [] },
  ...over,
});
const busy = (id: string, count: number) =>
  agent(id, { openTickets: Array.from({ length: count }, (_, index) => `${index + 100}`) });
const away = (id: string) => agent(id, { available: false });
const turns = (...last: [string, number][]): Turns => ({ ...NO_TURNS, lastTurn: new Map(last) });
const given = (...recent: [agentId: string, ticketId: string][]): Turns => ({
  ...NO_TURNS,
  recent: recent.map(([agentId, ticketId]) => ({ agentId, ticketId })),
});
const hadBefore = (standing: string): Turns => ({ ...NO_TURNS, standing });
const own = (agents: Record<string, Partial<Assignment['agents'][string]>>) => ({
  agents: Object.fromEntries(Object.entries(agents).map(([id, one]) => [id, { skills: [], ...one }])),
});
const english = { languages: ['en'] };

type Given = Partial<Parameters<typeof chooseAgent>[0]> & { by?: Partial<Assignment> };
const choose = ({ by = {}, ...rest }: Given): Choice =>
  chooseAgent({
    ...{ ticketId: '1', skills: [], language: 'en', agents: [], turns: NO_TURNS },
    assignment: { ...assignmentSchema.parse({}), ...by },
    ...rest,
  });
const reasonsOf = ({ assignee }: Choice) => assignee?.passedOver.map(({ agentId, reason }) => [agentId, reason]);

describe('assignment settings', () => {
  it('are off, with a cap of 20, when nothing is said', () => {
    expect(assignmentSchema.parse(undefined)).toEqual({ enabled: false, maxOpen: 20, agents: {} });
  });

  it.each([
    [{ maxOpen: 0 }, 'maxOpen is at least 1: take the agent out of the group instead'],
    [{ agents: { ana: {} } }, "an agent is the helpdesk's user id"],
    [{ agents: { '7': { languages: ['German'] } } }, 'a language is its ISO 639-1 code, such as de'],
    [{ agents: { '7': { languages: [] } } }, 'leave languages out for an agent who takes every language'],
    [{ agents: { '7': { skills: [' '] } } }, 'a skill has a name'],
    [{ on: true }, 'on'],
  ])('refuse %j and say why', (settings, words) => {
    expect(JSON.stringify(assignmentSchema.safeParse(settings).error?.issues)).toContain(words);
  });
});

describe('the agent for a ticket', () => {
  const two = [agent('1'), agent('2')];
  const skilled = own({ '2': { skills: ['sepa'] }, '3': { skills: ['sepa', 'Refunds'] } });
  it.each<[string, Given, string | null, unknown]>([
    ['who has least to do', { agents: [busy('1', 2), busy('2', 1)] }, '2', [['1', 'busier']]],
    ['of equals the longest without', { agents: two, turns: turns(['1', 9], ['2', 8]) }, '2', [['1', 'had_one_later']]],
    ['of equals who never had one', { agents: two, turns: turns(['1', 1]) }, '2', [['1', 'had_one_later']]],
    ['by the lower id at last, as a number', { agents: [agent('10'), agent('9')] }, '9', [['10', 'level']]],
    ['who is there', { agents: [away('1'), busy('2', 9)] }, '2', [['1', 'away']]],
    ['as if there where nobody can say', { agents: [agent('1', { available: null })] }, '1', []],
    ['below the cap', { agents: [busy('1', 2)], by: { maxOpen: 2 } }, null, 'full'],
    ['below their own cap', { agents: [busy('1', 2)], by: { maxOpen: 2, ...own({ '1': { maxOpen: 3 } }) } }, '1', []],
    ['without any cap', { agents: [busy('1', 50)], by: own({ '1': { maxOpen: null } }) }, '1', []],
    [
      'with every skill, whatever its case',
      { skills: ['SEPA', 'refunds'], agents: [...two, agent('3')], by: skilled },
      ...([
        '3',
        [
          ['1', 'skill'],
          ['2', 'skill'],
        ],
      ] as const),
    ],
    [
      'who speaks the language, also when busier',
      { language: 'de', agents: [agent('1'), busy('2', 3)], by: own({ '1': english }) },
      ...(['2', [['1', 'language']]] as const),
    ],
    ['though nobody speaks it', { language: 'ja', agents: [agent('1')], by: own({ '1': english }) }, '1', []],
    [
      'though who speaks it is away',
      { language: 'de', agents: [agent('1'), away('2')], by: own({ '1': english }) },
      ...(['1', [['2', 'away']]] as const),
    ],
    ['for words in several languages', { language: 'mul', agents: [agent('1')], by: own({ '1': english }) }, '1', []],
    ['who had it before', { agents: [agent('1'), busy('2', 4)], turns: hadBefore('2') }, '2', [['1', 'level']]],
    ['when that one has gone', { agents: [agent('1'), away('2')], turns: hadBefore('2') }, '1', [['2', 'away']]],
    [
      'with what was given a moment ago',
      { agents: [busy('1', 1), agent('2')], turns: given(['2', '7'], ['2', '8']) },
      ...(['1', [['2', 'busier']]] as const),
    ],
    [
      'with no ticket counted twice',
      { agents: [busy('1', 2), busy('2', 1)], turns: given(['2', '100']) },
      ...(['2', [['1', 'busier']]] as const),
    ],
    ['with this ticket left out', { agents: [agent('1', { openTickets: ['1'] })], by: { maxOpen: 1 } }, '1', []],
    ['of an empty group', {}, null, 'no_agents'],
    [
      'of those away',
      { agents: [away('1'), agent('2')], skills: ['x'], by: own({ '1': { skills: ['x'] } }) },
      null,
      'away',
    ],
    ['without the skill', { agents: [agent('1')], skills: ['x'] }, null, 'skill'],
  ])('%s', (_, input, expected, why) => {
    const choice = choose(input);
    expect(choice.assignee?.agentId ?? null).toBe(expected);
    expect(expected === null ? choice.unassigned : reasonsOf(choice)).toEqual(why);
  });

  it('says whether they were seen there', () => {
    expect(choose({ agents: [agent('1')] }).assignee?.seenThere).toBe(true);
    expect(choose({ agents: [agent('1', { available: null })] }).assignee?.seenThere).toBe(false);
  });

  it('names at most 50 others, those first who could have had it', () => {
    const others = Array.from({ length: 60 }, (_, index) => away(`${index + 1}`));
    const { assignee } = choose({ agents: [...others, agent('901'), agent('902')] });
    expect(assignee).toMatchObject({ agentId: '901', open: 0, passedOver: { length: 50 } });
    expect(assignee?.passedOver[0]).toEqual({ agentId: '902', reason: 'level' });
  });
});
