import type { Classification, Escalation, EscalationReason, Routing } from '../contract/triage.ts';
import type { Signal } from '../ports/decision.ts';
import type { RoutingTable } from '../ports/routing-table.ts';

const HOUR_MS = 3_600_000;
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

/** Which team, by when, and whom to pull in: rules over the table, never probability. Anger alone flags and pages nobody. */
export function route(input: {
  classification: Pick<Classification, 'category' | 'urgency'>;
  escalation: Escalation;
  table: RoutingTable;
  groupIds: ReadonlyMap<string, string>;
  createdAt: string;
}): Routing {
  const { classification, escalation, table, groupIds } = input;
  const row = table[classification.category];
  if (!row) throw new RangeError(`The routing table has no category ${classification.category}`);
  const pages = escalation.reasons.some(({ layer }) => layer !== 'sentiment');
  const slaHours = row.slaHours[classification.urgency];
  return {
    team: row.team,
    escalationTeam: pages ? row.escalationTeam : null,
    groupId: groupIds.get(row.team) ?? null,
    slaHours,
    dueAt: new Date(Date.parse(input.createdAt) + slaHours * HOUR_MS).toISOString(),
    resolutionHours: null,
    skills: [],
    watchers: [],
    version: 0,
    rules: [
      `category:${classification.category}`,
      `sla:${classification.urgency}`,
      ...escalation.reasons.map(({ layer, rule }) => `escalate:${layer}:${rule}`),
    ].slice(0, 20),
  };
}
