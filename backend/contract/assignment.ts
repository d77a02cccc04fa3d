import { z } from 'zod';

/** What agents know: `sepa`, `on-call`. Compared without regard to case. */
export const skillSchema = z.string().trim().min(1, 'a skill has a name').max(80);

const maxOpen = z
  .number('maxOpen is a number, or null for no cap')
  .int('maxOpen is a whole number')
  .min(1, 'maxOpen is at least 1: take the agent out of the group instead')
  .max(10_000)
  .nullable();

const agentSchema = z.strictObject({
  skills: z.array(skillSchema).max(50).default([]),
  /** ISO 639-1; absent: every language. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'a language is its ISO 639-1 code, such as de'))
    .min(1, 'leave languages out for an agent who takes every language')
    .max(50)
    .optional(),
  /** In place of the account's; null: no cap. */
  maxOpen: maxOpen.optional(),
});

/** How an agent is chosen among those of the ticket's group. Off until an account switches it on. */
export const assignmentSchema = z
  .strictObject({
    enabled: z.boolean().default(false),
    /** The most open tickets that an agent is given; null: no cap. */
    maxOpen: maxOpen.default(20),
    /** By the helpdesk's user id. An agent who is not named has no skills and takes every language. */
    agents: z.record(z.string().regex(/^\d{1,20}$/, "an agent is the helpdesk's user id"), agentSchema).default({}),
  })
  .prefault({});
export type Assignment = z.infer<typeof assignmentSchema>;
