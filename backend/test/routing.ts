import { type EscalationRules, escalationRulesSchema } from '../contract/escalation-rules.ts';
import { type RoutingRule, type RoutingRules, routingRulesSchema } from '../contract/routing-rules.ts';
import type { RoutingVersion } from '../ports/routing-rules.ts';
import shipped from '../routing.json' with { type: 'json' };

/** Of an account that has nothing to say of its own. */
export const noEscalationRules = (): EscalationRules => escalationRulesSchema.parse(undefined);

export const shippedRouting = (): RoutingRules => routingRulesSchema.parse(shipped);

/** Rules in force, with every word its own mark. */
export function rulesInForce(over: Partial<RoutingRules> = {}): RoutingVersion {
  const rules = { ...shippedRouting(), ...over };
  const named = rules.rules.flatMap(({ when }) => [
    ...[...(when.tags ?? []), ...(when.withoutTags ?? [])].map((tag) => `tag:${tag}`),
    ...(when.organisation ?? []).map((name) => `organisation:${name}`),
  ]);
  const marks = Object.fromEntries(named.map((word) => [word.toLowerCase(), word.toLowerCase()]));
  const saved = { version: 3, savedBy: 'admin' as const, savedAt: '2026-01-01T00:00:00.000Z', note: null, hash: 'r-3' };
  return { ...saved, rules, marks };
}

export const aRule = (over: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'one',
  when: { always: true },
  set: { team: 'vip_desk' },
  ...over,
});
