import type { RoutingRule, RoutingWhen } from '../../../../backend/contract/routing-rule.ts';

export type Condition = Exclude<keyof RoutingWhen, 'always'>;
export const CONDITIONS = [
  'category',
  'secondary',
  'urgency',
  'sentiment',
  'language',
  'channel',
  'tier',
  'tags',
  'withoutTags',
  'organisation',
  'signals',
  'escalated',
  'confidenceBelow',
  'confidenceFrom',
] as const satisfies readonly Condition[];

export type Effect = keyof RoutingRule['set'];
export const EFFECTS = [
  'team',
  'escalationTeam',
  'slaHours',
  'resolutionHours',
  'skills',
  'watchers',
] as const satisfies readonly Effect[];

const freeId = (wanted: string, rules: readonly RoutingRule[]): string => {
  const taken = new Set(rules.map(({ id }) => id));
  const named = (count: number) => (count === 1 ? wanted : `${wanted.slice(0, 56)}-${count}`);
  let count = 1;
  while (taken.has(named(count))) count += 1;
  return named(count);
};

export const added = (rules: readonly RoutingRule[]): RoutingRule[] => [
  ...rules,
  { id: freeId('rule', rules), when: {}, set: {} },
];

export const changed = (rules: readonly RoutingRule[], at: number, rule: RoutingRule): RoutingRule[] =>
  rules.map((other, place) => (place === at ? rule : other));

export const removed = (rules: readonly RoutingRule[], at: number): RoutingRule[] =>
  rules.filter((_, place) => place !== at);

/** The copy stands behind its original, and wins over it. */
export const duplicated = (rules: readonly RoutingRule[], at: number): RoutingRule[] =>
  rules.flatMap((rule, place) => (place === at ? [rule, { ...rule, id: freeId(rule.id, rules) }] : [rule]));

export function moved(rules: readonly RoutingRule[], from: number, to: number): RoutingRule[] {
  const rule = rules[from];
  return rule ? removed(rules, from).toSpliced(to, 0, rule) : [...rules];
}

/** Leaves a key out where its value is undefined, so that nothing looks changed that is not. */
export function having<T extends object>(whole: T, part: Partial<T>): T {
  const pairs = Object.entries({ ...whole, ...part }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs) as T;
}
