import type { RoutingRule, RoutingRules } from '../../../../backend/contract/routing-rules.ts';

export type Change =
  | { kind: 'ruleAdded' | 'ruleRemoved'; rule: RoutingRule }
  | { kind: 'ruleChanged'; before: RoutingRule; after: RoutingRule }
  | { kind: 'ruleMuted' | 'ruleUnmuted'; rule: RoutingRule }
  | { kind: 'order' | 'assignment' | 'escalation' }
  | { kind: Named; names: string[] };
type Named = `${'category' | 'schedule' | 'team'}${'Added' | 'Removed' | 'Changed'}`;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What became of one version of the rules in another, in the order in which a person would tell it. */
export function changesBetween(before: RoutingRules, after: RoutingRules): Change[] {
  return [
    ...changesOfRules(before.rules, after.rules),
    ...changesOfNamed('category', before.categories, after.categories),
    ...changesOfNamed('schedule', before.schedules, after.schedules),
    ...changesOfNamed('team', before.teams, after.teams),
    ...(['assignment', 'escalation'] as const).filter((kind) => !isSame(before[kind], after[kind])).map(toChange),
  ];
}

const toChange = (kind: 'assignment' | 'escalation'): Change => ({ kind });

function changesOfRules(before: readonly RoutingRule[], after: readonly RoutingRule[]): Change[] {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const fresh = new Map(after.map((rule) => [rule.id, rule]));
  const stayed = (rules: readonly RoutingRule[]) =>
    rules.map(({ id }) => id).filter((id) => old.has(id) && fresh.has(id));
  return [
    ...after.filter(({ id }) => !old.has(id)).map((rule): Change => ({ kind: 'ruleAdded', rule })),
    ...before.filter(({ id }) => !fresh.has(id)).map((rule): Change => ({ kind: 'ruleRemoved', rule })),
    ...after.flatMap((rule) => changesOfRule(old.get(rule.id), rule)),
    ...(isSame(stayed(before), stayed(after)) ? [] : [{ kind: 'order' as const }]),
  ];
}

function changesOfRule(before: RoutingRule | undefined, after: RoutingRule): Change[] {
  if (!before) return [];
  const rest = ({ muted: _, ...others }: RoutingRule) => others;
  return [
    ...(isSame(rest(before), rest(after)) ? [] : [{ kind: 'ruleChanged' as const, before, after }]),
    ...(!before.muted && after.muted ? [{ kind: 'ruleMuted' as const, rule: after }] : []),
    ...(before.muted && !after.muted ? [{ kind: 'ruleUnmuted' as const, rule: after }] : []),
  ];
}

function changesOfNamed(
  what: 'category' | 'schedule' | 'team',
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Change[] {
  const old = Object.keys(before);
  const fresh = Object.keys(after);
  const all = {
    Added: fresh.filter((name) => !old.includes(name)),
    Removed: old.filter((name) => !fresh.includes(name)),
    Changed: fresh.filter((name) => old.includes(name) && !isSame(before[name], after[name])),
  };
  return (['Added', 'Removed', 'Changed'] as const).flatMap((how) =>
    all[how].length > 0 ? [{ kind: `${what}${how}` as const, names: all[how] }] : [],
  );
}
