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

/** A member of a group. `available` is null where the helpdesk does not say, e.g. since the account's plan has no availability. */
export type GroupAgent = {
  id: string;
  name: string | null;
  available: boolean | null;
  /** Ids of the tickets that are theirs and not solved, as far as the helpdesk's search knows by now. */
  openTickets: readonly string[];
};

/** What we know of an account's agents: whom we chose lately, and in which order they had their last turn. */
export type Turns = {
  /** Whom we chose for this very ticket when it was triaged before. */
  standing: string | null;
  /** Tickets that we chose an agent for in the last minutes, this one left out: the helpdesk's search may not know of them yet. */
  recent: readonly { agentId: string; ticketId: string }[];
  /** By agent, the number of their last turn: the lower, the longer ago. One who never had any is absent. */
  lastTurn: ReadonlyMap<string, number>;
};

export type AssignmentStore = {
  /** Asks `choose` for an agent while no other process can, and keeps the choice; null keeps none. */
  chooseInTurn(tenantId: string, ticketId: string, choose: (turns: Turns) => string | null): Promise<void>;
};
