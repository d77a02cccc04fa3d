import { z } from 'zod';
import { assignmentSchema } from './assignment.ts';
import { escalationRulesSchema } from './escalation-rules.ts';
import { faultsWithin } from './routing-faults.ts';
import { categoryRowSchema, ruleSchema } from './routing-rule.ts';
import { schedulesSchema, teamsSchema } from './schedules.ts';
import { categorySchema } from './taxonomy.ts';

export type { CategoryRow, RoutingRule, RoutingWhen } from './routing-rule.ts';

/** Rules as they were saved: found right then, and maybe by a newer release that knows more parts. */
export const savedRulesSchema = z.object({
  categories: z
    .record(categorySchema, categoryRowSchema)
    .refine((rows) => Object.keys(rows).length >= 2, 'at least two categories are needed'),
  rules: z.array(ruleSchema).max(100, 'at most 100 rules').default([]),
  schedules: schedulesSchema,
  teams: teamsSchema,
  assignment: assignmentSchema,
  escalation: escalationRulesSchema,
});

/** How an account routes: what every category gets, then rules from the top to the bottom, of which the later one wins. */
export const routingRulesSchema = savedRulesSchema.strict().superRefine((rules, context) => {
  for (const { path, message } of faultsWithin(rules)) context.addIssue({ code: 'custom', path, message });
});
export type RoutingRules = z.output<typeof routingRulesSchema>;

export const teamsOf = ({ categories, rules }: Pick<RoutingRules, 'categories' | 'rules'>): string[] => [
  ...new Set(
    [...Object.values(categories), ...rules.map(({ set }) => set)]
      .flatMap(({ team: takes, escalationTeam }) => [takes, escalationTeam])
      .filter((name) => typeof name === 'string'),
  ),
];
