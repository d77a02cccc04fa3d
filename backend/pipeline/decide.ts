import type { Classification, Escalation, Routing } from '../contract/triage.ts';
import type { DecideInput } from '../ports/decision.ts';
import { type Assessed, assess, FIELDS } from './assess.ts';
import { escalate, route } from './route.ts';

export type Decided = { classification: Classification; escalation: Escalation; routing: Routing };

/** What only rules have read, or nobody, a human decides, however low the account set its bar. */
const forHumans = (assessed: Assessed, decidedBy: Classification['decidedBy']): Assessed =>
  decidedBy === 'rules' || decidedBy === 'nobody'
    ? { ...assessed, needsReview: true, band: 'low', unsure: [...FIELDS] }
    : assessed;

/** From scores to what the ticket gets: calibration, thresholds, escalation and routing, all by rule. */
export function decide(input: DecideInput): Decided {
  const { raw, decidedBy, decidedWhy, model, fallbackReason, yardstick, signals, table, groupIds, createdAt } = input;
  const assessed = forHumans(assess(raw, yardstick), decidedBy);
  const classification = { ...assessed, decidedBy, decidedWhy, model, fallbackReason };
  const escalation = escalate({ classification, escalationRisk: raw.escalationRisk, signals });
  const routing = route({ classification, escalation, table, groupIds: new Map(Object.entries(groupIds)), createdAt });
  return { classification, escalation, routing };
}
