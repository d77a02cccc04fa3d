import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RoutingRules, type RoutingWhen, routingRulesSchema, teamsOf } from '../../contract/routing-rules.ts';
import type { Classification } from '../../contract/triage.ts';
import { type RoutingFacts, wordsOf } from '../../ports/routing-rules.ts';
import { aRule, rulesInForce } from '../../test/routing.ts';
import { aClassification } from '../../test/ticket.ts';
import { escalate, route } from '../route.ts';
import { toFacts } from './to-facts.ts';

type Ticket = { facts?: Partial<RoutingFacts>; classification?: Partial<Classification>; signals?: string[] };

const routed = (rules: Partial<RoutingRules>, { facts, classification, signals = [] }: Ticket = {}) => {
  const judged = aClassification({ sentiment: 'neutral', ...classification });
  return route({
    classification: judged,
    escalation: escalate({
      classification: judged,
      escalationRisk: false,
      signals: signals.map((rule) => ({ rule, phrase: rule })),
    }),
    facts: { language: 'en', channel: 'email', tier: null, marks: [], ...facts },
    inForce: rulesInForce(rules),
    groupIds: new Map([['vip_desk', '77']]),
    createdAt: '2026-03-02T08:00:00Z',
  });
};

const CONDITIONS: [string, RoutingWhen, hit: Ticket, missed: Ticket][] = [
  ['category', { category: ['technical', 'billing'] }, {}, { classification: { category: 'account' } }],
  ['secondary', { secondary: ['account'] }, { classification: { secondary: 'account' } }, {}],
  ['urgency', { urgency: ['P1', 'P2'] }, {}, { classification: { urgency: 'P3' } }],
  ['sentiment', { sentiment: ['angry'] }, { classification: { sentiment: 'angry' } }, {}],
  ['language', { language: ['de', 'EN'] }, {}, { facts: { language: 'fr' } }],
  ['channel', { channel: ['Email'] }, {}, { facts: { channel: 'web' } }],
  ['tier', { tier: ['Gold'] }, { facts: { tier: 'gold' } }, { facts: { tier: 'silver' } }],
  ['tags', { tags: ['VIP', 'press'] }, { facts: { marks: ['tag:vip'] } }, { facts: { marks: ['organisation:vip'] } }],
  ['withoutTags', { withoutTags: ['test'] }, {}, { facts: { marks: ['tag:test'] } }],
  ['organisation', { organisation: ['Acme Ltd'] }, { facts: { marks: ['organisation:acme ltd'] } }, {}],
  ['signals', { signals: ['legal'] }, { signals: ['manager', 'legal'] }, { signals: ['manager'] }],
  ['escalated', { escalated: true }, { classification: { sentiment: 'angry' } }, {}],
  ['not escalated', { escalated: false }, {}, { signals: ['legal'] }],
  [
    'confidenceBelow',
    { confidenceBelow: 0.5 },
    { classification: { confidence: 0.49 } },
    { classification: { confidence: 0.5 } },
  ],
  [
    'confidenceFrom',
    { confidenceFrom: 0.5 },
    { classification: { confidence: 0.5 } },
    { classification: { confidence: 0.49 } },
  ],
];

describe('routing rules', () => {
  it.each(CONDITIONS)('look at %s', (_, when, hit, missed) => {
    const rules = [aRule({ when })];
    expect(routed({ rules }, hit)).toMatchObject({ team: 'vip_desk', groupId: '77' });
    expect(routed({ rules }, hit).rules.at(-1)).toBe('rule:one');
    expect(routed({ rules }, missed).team).not.toBe('vip_desk');
    expect(routed({ rules }, missed).rules).not.toContain('rule:one');
  });

  it('hold only when all that they ask for is so', () => {
    const rules = [aRule({ when: { urgency: ['P2'], tier: ['gold'] } })];
    expect(routed({ rules }, { facts: { tier: 'gold' } }).team).toBe('vip_desk');
    expect(routed({ rules }).team).toBe('billing_support');
  });

  it('go from the top to the bottom: the later one overrides, and only what it says', () => {
    const rules = [
      aRule({ id: 'a', set: { team: 'vip_desk', slaHours: 2, resolutionHours: 8 } }),
      aRule({ id: 'b', set: { slaHours: { P1: 0.25, P2: 0.5 } } }),
      aRule({ id: 'c', set: { slaHours: { P3: 1 }, resolutionHours: { P2: 6 } } }),
    ];
    const routing = routed({ rules });
    expect(routing).toMatchObject({ team: 'vip_desk', slaHours: 0.5, resolutionHours: 6, version: 3 });
    expect(routing.dueAt).toBe('2026-03-02T08:30:00.000Z');
    expect(routing.rules).toEqual(['category:billing', 'sla:P2', 'rule:a', 'rule:b', 'rule:c']);
    expect(routed({ rules: rules.toReversed() })).toMatchObject({ slaHours: 2, resolutionHours: 8 });
  });

  it.each<[boolean, string, [RoutingWhen, string?][]]>([
    [false, 'the table', []],
    [true, 'facts', [[{ tags: ['vip'] }, 'vip_desk']]],
    [true, 'signals', [[{ signals: ['legal'] }, 'vip_desk']]],
    [true, 'every ticket', [[{ always: true }, 'vip_desk']]],
    [false, 'a category', [[{ category: ['billing'], tags: ['vip'] }, 'vip_desk']]],
    [false, 'an urgency', [[{ urgency: ['P2'] }, 'vip_desk']]],
    [true, 'a category as sure as it says', [[{ category: ['billing'], confidenceFrom: 0.6 }, 'vip_desk']]],
    [true, 'doubt', [[{ confidenceBelow: 0.95 }, 'vip_desk']]],
    [false, 'a rule that names no team', [[{ tags: ['vip'] }]]],
    [
      false,
      'a later guess',
      [
        [{ tags: ['vip'] }, 'vip_desk'],
        [{ urgency: ['P2'] }, 'p2_desk'],
      ],
    ],
    [
      false,
      'a later guess that might have been',
      [
        [{ tags: ['vip'] }, 'vip_desk'],
        [{ urgency: ['P1'] }, 'p1_desk'],
      ],
    ],
    [
      true,
      'a later rule that overrides a guess',
      [
        [{ urgency: ['P2'] }, 'p2_desk'],
        [{ tags: ['vip'] }, 'vip_desk'],
      ],
    ],
    [true, 'a guess about hours', [[{ tags: ['vip'] }, 'vip_desk'], [{ urgency: ['P2'] }]]],
  ])('say (%s) whether the team is sure that comes from %s', (sure, _, rules) => {
    const made = rules.map(([when, team], at) =>
      aRule({ id: `r${at}`, when, set: { slaHours: 1, ...(team && { team }) } }),
    );
    expect(routed({ rules: made }, { facts: { marks: ['tag:vip'] }, signals: ['legal'] }).sureTeam).toBe(sure);
  });

  it('add up skills and watchers', () => {
    const rules = [
      aRule({ id: 'a', set: { skills: ['sepa', 'refunds'], watchers: ['7'] } }),
      aRule({ id: 'b', set: { skills: ['refunds', 'dunning'], watchers: ['8'] } }),
    ];
    expect(routed({ rules })).toMatchObject({ skills: ['sepa', 'refunds', 'dunning'], watchers: ['7', '8'] });
  });

  it('leave out one that is muted', () => {
    const routing = routed({ rules: [aRule({ muted: true })] });
    expect(routing.team).toBe('billing_support');
    expect(routing.rules).not.toContain('rule:one');
  });

  it('name whom to pull in, which only an escalation does', () => {
    const rules = [aRule({ id: 'a', set: { escalationTeam: 'bosses' } })];
    expect(routed({ rules }).escalationTeam).toBeNull();
    expect(routed({ rules }, { signals: ['legal'] }).escalationTeam).toBe('bosses');
    const nobody = [...rules, aRule({ id: 'b', set: { escalationTeam: null } })];
    expect(routed({ rules: nobody }, { signals: ['legal'] }).escalationTeam).toBeNull();
  });

  it("keep the team's hours", () => {
    const schedules = {
      office: { timeZone: 'UTC', hours: { mon: [['10:00', '12:00'] as [string, string]] }, holidays: [] },
    };
    const teams = { vip_desk: { schedule: 'office' } };
    expect(routed({ rules: [aRule()], schedules, teams }).dueAt).toBe('2026-03-09T12:00:00.000Z');
  });
});

describe('the facts of a ticket', () => {
  const mark = (words: string[]) => Object.fromEntries(words.map((word) => [word, `m-${word}`]));
  it('are kept without our own tags, and tags and organisations as marks', () => {
    const ticket = { channel: 'web', tags: ['ait_triaged', 'VIP', 'tier_Gold', 'tier_x'], organisations: [' Acme '] };
    expect(toFacts(ticket, 'de', mark)).toEqual({
      language: 'de',
      channel: 'web',
      tier: 'gold',
      marks: ['m-organisation:acme', 'm-tag:tier_gold', 'm-tag:tier_x', 'm-tag:vip'],
    });
  });

  it('hold a name by what it says, however its accents were typed', () => {
    const ticket = { channel: 'web', tags: [], organisations: ['Cafe\u0301 Ltd'] };
    const { marks } = toFacts(ticket, 'fr', mark);
    const when = { organisation: ['Caf\u00e9 Ltd'] };
    expect(wordsOf({ rules: [aRule({ when })] }).map((word) => `m-${word}`)).toEqual(marks);
  });
});

const anyOf = (values: string[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
const teamName = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
const hour = fc.constantFrom(0.25, 1, 24, 8_760);
const hours = fc.record({ P1: hour, P2: hour, P3: hour, P4: hour });
const CATEGORIES = ['billing', 'technical', 'account'];
const TAGS = ['vip', 'press', 'test'];
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const anyRule = fc.record({
  muted: some(fc.boolean()),
  when: fc.record({
    category: anyOf(CATEGORIES),
    urgency: anyOf(['P1', 'P2', 'P3', 'P4']),
    language: anyOf(['en', 'de']),
    tags: anyOf(TAGS),
    withoutTags: anyOf(TAGS),
    signals: anyOf(['legal', 'manager']),
    escalated: some(fc.boolean()),
    confidenceBelow: some(fc.constantFrom(0.3, 0.9)),
  }),
  set: fc.record({
    team: some(teamName),
    escalationTeam: some(fc.oneof(teamName, fc.constant(null))),
    slaHours: some(fc.oneof(hour, hours)),
    skills: some(fc.subarray(['a', 'b'], { minLength: 1 })),
  }),
});
const anyConfiguration = fc
  .record({
    rows: fc.array(fc.record({ team: teamName, escalationTeam: teamName, slaHours: hours }), {
      minLength: 3,
      maxLength: 3,
    }),
    rules: fc.array(anyRule, { maxLength: 8 }),
  })
  .map(({ rows, rules }) => ({
    categories: Object.fromEntries(CATEGORIES.map((name, at) => [name, rows[at]])),
    rules: rules.map((rule, at) => ({ id: `r${at}`, ...rule })),
  }));
const anyTicket = fc.record({
  classification: fc.record({
    category: fc.constantFrom(...CATEGORIES),
    urgency: fc.constantFrom('P1' as const, 'P2' as const, 'P3' as const, 'P4' as const),
    sentiment: fc.constantFrom('angry' as const, 'neutral' as const),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  facts: fc.record({
    language: fc.constantFrom('en', 'de', 'und'),
    marks: fc.subarray(TAGS.map((tag) => `tag:${tag}`)),
  }),
  signals: fc.subarray(['legal', 'manager', 'public']),
});

describe('any valid rules and any ticket', () => {
  it('give a team that exists, hours that somebody promised, and the same every time', () => {
    let valid = 0;
    fc.assert(
      fc.property(anyConfiguration, anyTicket, (configuration, ticket) => {
        const parsed = routingRulesSchema.safeParse(configuration);
        fc.pre(parsed.success);
        const rules = parsed.data;
        const routing = routed(rules, ticket);
        expect(routed(structuredClone(rules), structuredClone(ticket))).toEqual(routing);
        expect(teamsOf(rules)).toContain(routing.team);
        expect([null, ...teamsOf(rules)]).toContain(routing.escalationTeam);
        expect([0.25, 1, 24, 8_760]).toContain(routing.slaHours);
        const ids = routing.rules.filter((rule) => rule.startsWith('rule:'));
        expect(rules.rules.map(({ id }) => `rule:${id}`).filter((id) => ids.includes(id))).toEqual(ids);
        valid += 1;
      }),
      { numRuns: 300, maxSkipsPerRun: 200 },
    );
    expect(valid).toBe(300);
  });
});
