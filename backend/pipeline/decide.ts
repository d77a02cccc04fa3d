import type { Classification, Escalation, Routing } from '../contract/triage.ts';
import type { DecideInput } from '../ports/decision.ts';
import { type Assessed, assess, FIELDS } from './assess.ts';
import { escalate, type RulesOfDecision, route } from './route.ts';

export type Decided = { classification: Classification; escalation: Escalation; routing: Routing };

/** What only rules have read, or nobody, a human decides, however low the account set its bar. */
const forHumans = (assessed: Assessed, decidedBy: Classification['decidedBy']): Assessed =>
  decidedBy === 'rules' || decidedBy === 'nobody'
    ? { ...assessed, needsReview: true, band: 'low', unsure: [...FIELDS] }
    : assessed;

/** From scores to what the ticket gets: calibration, thresholds, escalation and routing, all by rule. `inForce`: the version that the input names. */
export function decide(input: DecideInput, inForce: RulesOfDecision): Decided {
  const { raw, decidedBy, decidedWhy, model, fallbackReason, yardstick, signals, facts, createdAt } = input;
  const assessed = forHumans(assess(raw, yardstick), decidedBy);
  const classification = { ...assessed, decidedBy, decidedWhy, model, fallbackReason };
  const escalation = escalate({ classification, escalationRisk: raw.escalationRisk, signals });
  const groupIds = new Map(Object.entries(input.groupIds));
  const routing = route({ classification, escalation, facts, inForce, groupIds, createdAt });
  return { classification, escalation, routing };
}
