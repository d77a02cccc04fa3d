import { z } from 'zod';

export const fieldNameSchema = z.enum(['category', 'urgency', 'sentiment', 'priority', 'group', 'tags', 'escalation']);
export type FieldName = z.infer<typeof fieldNameSchema>;

/** A category slug, `P2`, a Zendesk priority, a group id, `yes` of a checkbox, or our own tags joined by a space: never free text. */
const value = z
  .string()
  .regex(/^[a-z0-9_ ]{0,400}$/i, 'a slug, an id or our own tags')
  .nullable();

const common = {
  /** Made by the sidebar, so that a repeated send is stored once. */
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Asserted by the iframe, never used to authorise. */
  agentId: z
    .string()
    .regex(/^\d{1,20}$/)
    .nullable(),
};
const change = z.object({ field: fieldNameSchema, suggested: value, chosen: value });

/** What was wrong with it, where an agent says so. */
export const ratingReasonSchema = z.enum(['category', 'priority', 'team', 'draft', 'other']);
export type RatingReason = z.infer<typeof ratingReasonSchema>;

/** What an agent did with a triage. `submitted` carries the final state of the ticket as it was saved. */
export const feedbackEventSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('applied'), fields: z.array(change).max(10) }),
  z.object({ ...common, type: z.literal('undone'), fields: z.array(fieldNameSchema).max(10) }),
  z.object({ ...common, type: z.literal('overridden'), field: fieldNameSchema, suggested: value, chosen: value }),
  z.object({ ...common, type: z.literal('draft_inserted'), text: z.string().max(10_000) }),
  z.object({ ...common, type: z.literal('ignored') }),
  z.object({
    ...common,
    type: z.literal('rated'),
    helpful: z.boolean(),
    reason: ratingReasonSchema.nullable().default(null),
  }),
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
  /** Absent in rows from before there were any. */
  reason: ratingReasonSchema.nullable().optional(),
});
export type FeedbackRow = z.infer<typeof feedbackRowSchema>;

export const feedbackLogSchema = z.object({ rows: z.array(feedbackRowSchema), nextCursor: z.string().nullable() });

/** `format=csv` gives the same rows as RFC 4180 lines, a field a line, with the next cursor in X-Next-Cursor. */
export const feedbackQuerySchema = z.object({
  tenant: z.string().max(100).optional(),
  format: z.enum(['json', 'csv']).default('json'),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'cursor is the nextCursor of an earlier answer')
    .optional(),
  limit: z.coerce.number('limit is a whole number').int().min(1).max(10_000).default(1_000),
});
