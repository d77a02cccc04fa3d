import { z } from 'zod';

export const fieldNameSchema = z.enum(['category', 'urgency', 'sentiment', 'priority', 'group', 'tags']);
export type FieldName = z.infer<typeof fieldNameSchema>;

/** A value as the agent saw it: a category slug, `P2`, a Zendesk priority, a group id, or tags joined by a space. */
const value = z.string().max(2000).nullable();

const common = {
  /** Made by the sidebar, so that a repeated send is stored once. */
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Asserted by the iframe, never used to authorise. */
  agentId: z.string().max(40).nullable(),
};
const change = z.object({ field: fieldNameSchema, suggested: value, chosen: value });

/** What an agent did with a triage. `submitted` carries the final state of the ticket as it was saved. */
export const feedbackEventSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('applied'), fields: z.array(change).max(10) }),
  z.object({ ...common, type: z.literal('undone'), fields: z.array(fieldNameSchema).max(10) }),
  z.object({ ...common, type: z.literal('overridden'), field: fieldNameSchema, suggested: value, chosen: value }),
  z.object({ ...common, type: z.literal('draft_inserted'), text: z.string().max(10_000) }),
  z.object({ ...common, type: z.literal('ignored') }),
  z.object({ ...common, type: z.literal('rated'), helpful: z.boolean() }),
  z.object({
    ...common,
    type: z.literal('submitted'),
    final: z.partialRecord(fieldNameSchema, value),
    /** The public reply as sent, null when the agent sent none. */
    reply: z.string().max(65_536).nullable(),
  }),
]);
export type FeedbackEvent = z.infer<typeof feedbackEventSchema>;

export const fieldOutcomeSchema = z.enum(['accepted', 'overridden', 'untouched']);

/** A line of the admin's log. */
export const feedbackRowSchema = z.object({
  id: z.uuid(),
  triageId: z.uuid(),
  ticketId: z.string(),
  type: z.string(),
  at: z.string(),
  agentId: z.string().nullable(),
  /** What was suggested and what it came to, per field. */
  fields: z.array(
    z.object({
      field: fieldNameSchema,
      suggested: value,
      final: value,
      outcome: fieldOutcomeSchema,
    }),
  ),
  draftOutcome: z.enum(['accepted', 'edited', 'unused']).nullable(),
  /** Edit distance of the sent reply to the draft over the longer one's length, 0 = as drafted. */
  draftDistance: z.number().min(0).max(1).nullable(),
  decidedBy: z.string().nullable(),
  helpful: z.boolean().nullable(),
});
export type FeedbackRow = z.infer<typeof feedbackRowSchema>;

export const feedbackLogSchema = z.object({ rows: z.array(feedbackRowSchema), nextCursor: z.string().nullable() });
