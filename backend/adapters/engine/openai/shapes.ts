import { z } from 'zod';
import { categoriesOf, type Taxonomy } from '../../../contract/categories.ts';
import { sentimentSchema, urgencySchema } from '../../../contract/taxonomy.ts';

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

/** Where a sentence stands after the one before it. */
export const BEGINS = ['same_line', 'new_line', 'new_paragraph'] as const;

/** The places of passages or sentences among those shown, from 1. */
const placesOf = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

/** The source and its words stand before the sentence that rests on them, so that they are chosen first. */
export const draftShape = (passages: number) =>
  z.object({
    sentences: z.array(
      z.object({
        begins: z.enum(BEGINS),
        source_id: z.enum([NONE, ...placesOf(passages)]),
        quote: z.string(),
        text: z.string(),
      }),
    ),
  });
export type ModelDraft = z.infer<ReturnType<typeof draftShape>>;

/** The places of the given sentences stand before the words that stem from them. */
export const rewriteShape = (given: number) =>
  z.object({
    sentences: z.array(z.object({ begins: z.enum(BEGINS), from: z.array(z.enum(placesOf(given))), text: z.string() })),
  });
export type ModelRewrite = z.infer<ReturnType<typeof rewriteShape>>;
