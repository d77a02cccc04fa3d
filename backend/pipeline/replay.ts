import { isDeepStrictEqual } from 'node:util';
import { routingRulesSchema } from '../contract/routing-rules.ts';
import { routingSchema, type Triage } from '../contract/triage.ts';
import type { DecideInput, Decision } from '../ports/decision.ts';
import { decide } from './decide.ts';
import type { RulesOfDecision } from './route.ts';

const NO_FACTS = { channel: '', tier: null, marks: [] };

/** A decision from before rules had versions kept the row of its category, which was all the rules there were. */
function fromTable(table: NonNullable<DecideInput['table']>): RulesOfDecision {
  const { schedules, teams, assignment, escalation } = routingRulesSchema.shape;
  const none = {
    schedules: schedules.parse(undefined),
    teams: teams.parse(undefined),
    assignment: assignment.parse(undefined),
    escalation: escalation.parse(undefined),
  };
  return {
    version: 0,
    marks: {},
    rules: { categories: table, rules: [], ...none },
  };
}

/**
 * Decides again from what was kept, by the version of the rules that it names, and tells the parts that come out differently:
 * none, for as long as the code is the same. Null when there is no such version.
 */
export function replay(
  { input, language }: Decision,
  triage: Triage,
  kept: RulesOfDecision | null,
): ('classification' | 'escalation' | 'routing')[] | null {
  const rules = input.table ? fromTable(input.table) : kept;
  if (!rules) return null;
  const again = decide({ ...input, facts: input.facts ?? { ...NO_FACTS, language } }, rules);
  // An older triage lacks what is new in a routing.
  const before = { ...triage, routing: routingSchema.nullable().parse(triage.routing) };
  return (['classification', 'escalation', 'routing'] as const).filter(
    (part) => !isDeepStrictEqual(again[part], before[part]),
  );
}
