import type { RoutingRule } from '../contract/routing-rules.ts';
import { scheduleOf } from '../contract/schedules.ts';
import type { Classification, Escalation, EscalationReason, Routing } from '../contract/triage.ts';
import type { Signal } from '../ports/decision.ts';
import type { RoutingVersion } from '../ports/routing-rules.ts';
import { holds, type Judged } from './routing/holds.ts';
import { dueAt } from './sla/due-at.ts';

const RISKS = ['low', 'medium', 'high', 'critical'] as const;

/** Three layers, any one of which flags: what the model saw (P1, risk), the customer's explicit words, anger. */
export function escalate(input: {
  classification: Classification;
  escalationRisk: boolean;
  signals: Signal[];
}): Escalation {
  const { classification, escalationRisk, signals } = input;
  const reasons: EscalationReason[] = [
    ...(classification.urgency === 'P1' ? [{ layer: 'model' as const, rule: 'top_urgency', phrase: null }] : []),
    ...(escalationRisk ? [{ layer: 'model' as const, rule: 'escalation_risk', phrase: null }] : []),
    ...signals.map(({ rule, phrase }) => ({ layer: 'signal' as const, rule, phrase })),
    ...(classification.sentiment === 'angry' ? [{ layer: 'sentiment' as const, rule: 'angry', phrase: null }] : []),
  ];
  const kinds = new Set(signals.map(({ rule }) => rule)).size;
  const least = reasons.length > 0 ? 1 : 0;
  return {
    flagged: reasons.length > 0,
    risk: RISKS[Math.min(3, Math.max(least, kinds))] ?? 'critical',
    reasons: reasons.slice(0, 20),
  };
}

export type RulesOfDecision = Pick<RoutingVersion, 'version' | 'rules' | 'marks'>;
type Hours = RoutingRule['set']['slaHours'];

const MAX_LISTED = 20;

/** What the rule gives for this urgency, if it says anything of it. */
const hoursFor = (hours: Hours, urgency: Classification['urgency']): number | undefined =>
  typeof hours === 'object' ? hours[urgency] : hours;

/** The last rule's word. */
const lastOf = <T>(said: (T | undefined)[], otherwise: T): T =>
  said.reduce<T>((held, one) => (one === undefined ? held : one), otherwise);

const allOf = (lists: (string[] | undefined)[]): string[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].slice(0, MAX_LISTED);

/** Whether a rule rests on what an engine judged, and leaves open how sure that has to be. */
const restsOnGuess = ({ when }: RoutingRule): boolean =>
  [when.category, when.secondary, when.urgency, when.sentiment, when.escalated].some((one) => one !== undefined) &&
  when.confidenceBelow === undefined &&
  when.confidenceFrom === undefined;

/** Whether the team would be the same had the engine judged otherwise: a rule that could have had a later say rests on no guess either. */
function isSureTeam(rules: RoutingRule[], fired: RoutingRule[]): boolean {
  const naming = rules.filter(({ muted, set }) => !muted && set.team !== undefined);
  const last = naming.findLastIndex((rule) => fired.includes(rule));
  return last >= 0 && !naming.slice(last).some(restsOnGuess);
}

/**
 * Which team, by when, and whom to pull in: rules, never probability. What the category gets, then every rule that holds from
 * the top to the bottom: a later one overrides, skills and watchers add up. Anger alone flags and pages nobody.
 */
export function route(
  input: Judged & { inForce: RulesOfDecision; groupIds: ReadonlyMap<string, string>; createdAt: string },
): Routing {
  const { classification, escalation, groupIds } = input;
  const { version, rules, marks } = input.inForce;
  const { category, urgency } = classification;
  const row = Object.hasOwn(rules.categories, category) ? rules.categories[category] : undefined;
  if (!row) throw new RangeError(`The routing rules have no category ${category}`);
  const fired = rules.rules.filter(({ muted, when }) => !muted && holds(when, input, marks));
  const said = fired.map(({ set }) => set);
  const team = lastOf(
    said.map((set) => set.team),
    row.team,
  );
  const escalationTeam = lastOf<string | null>(
    said.map((set) => set.escalationTeam),
    row.escalationTeam,
  );
  const slaHours = lastOf(
    said.map((set) => hoursFor(set.slaHours, urgency)),
    row.slaHours[urgency],
  );
  const resolution = said.map((set) => hoursFor(set.resolutionHours, urgency));
  return {
    team,
    sureTeam: isSureTeam(rules.rules, fired),
    escalationTeam: escalation.reasons.some(({ layer }) => layer !== 'sentiment') ? escalationTeam : null,
    groupId: groupIds.get(team) ?? null,
    slaHours,
    dueAt: new Date(dueAt(Date.parse(input.createdAt), slaHours, scheduleOf(team, rules))).toISOString(),
    resolutionHours: lastOf<number | null>(resolution, row.resolutionHours?.[urgency] ?? null),
    skills: allOf(said.map((set) => set.skills)),
    watchers: allOf(said.map((set) => set.watchers)),
    version,
    rules: [
      `category:${category}`,
      `sla:${urgency}`,
      ...escalation.reasons.map(({ layer, rule }) => `escalate:${layer}:${rule}`),
      ...fired.map(({ id }) => `rule:${id}`),
    ],
  };
}
