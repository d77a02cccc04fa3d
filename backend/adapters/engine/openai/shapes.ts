import { z } from 'zod';
import { sentimentSchema, urgencySchema } from '../../../contract/taxonomy.ts';
import { categoriesOf, type Taxonomy } from '../../../ports/taxonomy.ts';

/** No slug looks like it, so no category of a tenant can be it. */
export const NONE = '(none)';

/** `billing/refund`: a subcategory is said with its category, so that a wrong pair shows. */
export const subcategoriesOf = ({ categories }: Pick<Taxonomy, 'categories'>): string[] =>
  Object.entries(categories).flatMap(([category, { subcategories }]) =>
    Object.keys(subcategories).map((name) => `${category}/${name}`),
  );

/** What the model must answer, built from the tenant's taxonomy so that an unknown value cannot be said; the enums stand first. */
export const classificationShape = (taxonomy: Taxonomy) =>
  z.object({
    category: z.enum(categoriesOf(taxonomy)),
    urgency: urgencySchema,
    sentiment: sentimentSchema,
    secondary: z.enum([NONE, ...categoriesOf(taxonomy)]),
    subcategory: z.enum([NONE, ...subcategoriesOf(taxonomy)]),
    escalation_risk: z.boolean(),
    confidence: z.number(),
    evidence: z.array(z.string()),
    summary: z.string(),
  });
export type ModelClassification = z.infer<ReturnType<typeof classificationShape>>;

export const draftShape = z.object({ reply: z.string(), source_ids: z.array(z.string()) });
