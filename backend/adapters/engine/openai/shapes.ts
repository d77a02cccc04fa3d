import { z } from 'zod';
import { type Category, sentimentSchema, urgencySchema } from '../../../contract/taxonomy.ts';

/** What the model must answer, built from the tenant's taxonomy so that an unknown value cannot be said. */
export const classificationShape = (categories: readonly Category[]) =>
  z.object({
    category: z.enum(categories),
    secondary: z.enum(['none', ...categories]),
    subcategory: z.string(),
    urgency: urgencySchema,
    sentiment: sentimentSchema,
    summary: z.string(),
    confidence: z.number(),
    runner_up: z.enum(categories),
    escalation_risk: z.boolean(),
    evidence: z.array(z.string()),
  });
export type ModelClassification = z.infer<ReturnType<typeof classificationShape>>;

export const draftShape = z.object({ reply: z.string(), source_ids: z.array(z.string()) });
