import type { Classification, Escalation, Routing } from '../contract/triage.ts';
import type { DecideInput } from '../ports/decision.ts';
import { assess } from './assess.ts';
import { escalate, route } from './route.ts';

export type Decided = { classification: Classification; escalation: Escalation; routing: Routing };

/** From scores to what the ticket gets: calibration, thresholds, escalation and routing, all by rule. */
export function decide(input: DecideInput): Decided {
  const { raw, decidedBy, decidedWhy, model, fallbackReason, yardstick, signals, table, groupIds, createdAt } = input;
  const classification = { ...assess(raw, yardstick), decidedBy, decidedWhy, model, fallbackReason };
  const escalation = escalate({ classification, escalationRisk: raw.escalationRisk, signals });
  const routing = route({ classification, escalation, table, groupIds: new Map(Object.entries(groupIds)), createdAt });
  return { classification, escalation, routing };
}
