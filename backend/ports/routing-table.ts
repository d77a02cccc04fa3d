import { z } from 'zod';
import { categorySchema, urgencySchema } from '../contract/taxonomy.ts';

const team = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, 'a team is lower-case letters, digits and _');

/** Which team takes a category, whom it escalates to, and the hours to the first reply by urgency. */
export const routingTableSchema = z
  .record(
    categorySchema,
    z.strictObject({
      team,
      escalationTeam: team,
      slaHours: z.record(urgencySchema, z.number('hours are a number').positive('hours are above 0')),
    }),
  )
  .refine((table) => Object.keys(table).length >= 2, 'at least two categories are needed');

/** A row for every category of the taxonomy. */
export type RoutingTable = z.infer<typeof routingTableSchema>;

export const teamsOf = (table: RoutingTable): string[] => [
  ...new Set(Object.values(table).flatMap(({ team, escalationTeam }) => [team, escalationTeam])),
];
