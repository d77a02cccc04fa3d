import { z } from 'zod';
import { categorySchema, sentimentSchema, urgencySchema } from '../../../contract/taxonomy.ts';

/** A line of examples/*.jsonl. */
export const labelledTicketSchema = z.strictObject({
  subject: z.string().max(500),
  text: z.string().max(20_000),
  category: categorySchema,
  subcategory: categorySchema.nullable().optional(),
  secondary: categorySchema.nullable(),
  urgency: urgencySchema,
  sentiment: sentimentSchema,
});

type Labels = Omit<z.infer<typeof labelledTicketSchema>, 'subject' | 'text'>;

/**
 * A ticket to learn from. A label that is not known is left out: that head does not learn from this ticket. `weight` is how many
 * ordinary tickets it counts for (1 when left out).
 */
export type LabelledTicket = { subject: string; text: string; weight?: number | undefined } & {
  [K in keyof Labels]?: Labels[K] | undefined;
};
