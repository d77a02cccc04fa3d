import { describe, expect, it } from 'vitest';
import { type RoutingRule, routingRulesSchema } from '../../contract/routing-rules.ts';
import { aRule, shippedRouting } from '../../test/routing.ts';

const WRONG: [string, unknown][] = [
  ['rules.0.when: no condition', { when: {} }],
  ['rules.0.when.always: stands alone', { when: { always: true, urgency: ['P1'] } }],
  ['rules.0.when.urgency.0', { when: { urgency: ['P5'] } }],
  ['rules.0.when.tags: an empty list', { when: { tags: [] } }],
  ['rules.0.when.language.0: there is no language xx', { when: { language: ['xx'] } }],
  ['rules.0.when.confidenceFrom: never holds', { when: { confidenceFrom: 0.6, confidenceBelow: 0.5 } }],
  ['rules.0.when.tags: never holds', { when: { tags: ['VIP'], withoutTags: ['vip'] } }],
  ['rules.0.when.language.0: there is no language deu', { when: { language: ['deu'] } }],
  ['rules.0.when.language.0: there is no language mul', { when: { language: ['mul'] } }],
  ['rules.0.when.tags.0: never matches: ait_', { when: { tags: ['AIT_triaged'] } }],
  ['rules.0.when.withoutTags.1: never matches: a tag', { when: { withoutTags: ['vip', 'very important'] } }],
  ['rules.0.when.tier.0: never matches: of the tag', { when: { tier: ['tier_gold'] } }],
  ['rules.0.when.confidenceBelow: never holds', { when: { confidenceBelow: 0 } }],
  ['rules.0.when.escalated: never holds', { when: { escalated: false, signals: ['legal'] } }],
  ['rules.0.when.escalated: never holds', { when: { escalated: false, urgency: ['P1'] } }],
  ['rules.0.when.escalated: never holds', { when: { escalated: false, sentiment: ['angry'] } }],
  ['rules.0.when: Unrecognized key', { when: { colour: ['red'] } }],
  ['rules.0.set: nothing to do', { set: {} }],
  ['rules.0.set.slaHours.P3: never used', { when: { urgency: ['P1'] }, set: { slaHours: { P3: 1 } } }],
  ['rules.0.set.slaHours: hours are above 0', { set: { slaHours: 0 } }],
  ['rules.0.set.slaHours: hours are a number above 0', { set: { slaHours: 'soon' } }],
  ['rules.0.set.team: a team is lower-case', { set: { team: 'VIP Desk' } }],
  ['rules.1.id: one is the id of another rule', {}],
  ['rules.0.id: an id is up to 60', { id: 'One' }],
];

describe('rules that cannot be meant', () => {
  const messages = (rules: unknown): string[] => {
    const parsed = routingRulesSchema.safeParse(rules);
    return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  };

  it.each(WRONG)('are refused: %s', (message, over) => {
    const [first, second] = [
      aRule(over as Partial<RoutingRule>),
      aRule({ id: message.startsWith('rules.1') ? 'one' : 'two' }),
    ];
    expect(messages({ ...shippedRouting(), rules: [first, second] })).toContainEqual(expect.stringContaining(message));
  });

  it('are refused with a part that is not known', () => {
    expect(messages({ ...shippedRouting(), colours: {} })).toEqual([expect.stringContaining('Unrecognized key')]);
  });

  it('are no others: what holds for some tickets is taken', () => {
    const when = {
      escalated: false,
      urgency: ['P1' as const, 'P2' as const],
      language: ['und', 'de', 'zh'],
      tier: ['gold'],
    };
    expect(messages({ ...shippedRouting(), rules: [aRule({ when })] })).toEqual([]);
  });

  it('are refused where they name a schedule or a team that is not there', () => {
    const teams = { billing_support: { schedule: 'nights' }, nobody: {} };
    expect(messages({ ...shippedRouting(), teams })).toEqual([
      'teams.billing_support.schedule: there is no schedule nights',
      'teams.nobody: no category and no rule names this team',
    ]);
  });
});
