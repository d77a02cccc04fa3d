import { expect, it } from 'vitest';
import { type RoutingRules, routingRulesSchema } from '../../contract/routing-rules.ts';
import { aRule, shippedRouting } from '../../test/routing.ts';
import { followTaxonomy } from './follow-taxonomy.ts';

const names = Object.keys(shippedRouting().categories);

it('leaves rules as they are whose categories are these', () => {
  const rules = shippedRouting();
  expect(followTaxonomy(rules, names.toReversed())).toEqual({ rules, gained: [], lost: [], team: 'general_support' });
  expect(followTaxonomy(rules, names).rules).toBe(rules);
});

it('gives a new category the row of general, and takes the row of one that is gone', () => {
  const rules = shippedRouting();
  const kept = names.filter((name) => name !== 'billing');
  const followed = followTaxonomy(rules, [...kept, 'seats']);
  expect(followed).toMatchObject({ gained: ['seats'], lost: ['billing'], team: 'general_support' });
  expect(followed.rules.categories.seats).toEqual(rules.categories.general);
  expect(Object.keys(followed.rules.categories)).toEqual([...kept, 'seats']);
});

it('gives the row of the first category where there is no general, also when all others are new', () => {
  const { categories } = shippedRouting();
  const { billing, technical } = categories;
  const rules = { ...shippedRouting(), categories: { billing, technical } } as RoutingRules;
  expect(followTaxonomy(rules, ['seats', 'venues']).rules.categories).toEqual({ seats: billing, venues: billing });
  expect(followTaxonomy(rules, ['constructor', 'billing']).rules.categories.constructor).toEqual(billing);
});

it('drops what is said of a team that is named no more, so that the rules can be saved again', () => {
  const hours = { timeZone: 'Europe/Berlin', hours: { mon: [['09:00', '17:00']] } };
  const rules = routingRulesSchema.parse({
    ...shippedRouting(),
    rules: [aRule({ set: { team: 'tech_support' } })],
    schedules: { office: hours },
    teams: { billing_support: { schedule: 'office' }, tech_support: { schedule: 'office' } },
  });
  const { rules: followed } = followTaxonomy(rules, ['general', 'account']);
  expect(Object.keys(followed.teams)).toEqual(['tech_support']);
  expect(routingRulesSchema.safeParse(followed).success).toBe(true);
});
