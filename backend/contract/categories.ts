import { z } from 'zod';
import { type Category, categorySchema, sentimentSchema, urgencySchema } from './taxonomy.ts';

const definition = z.string('a sentence').trim().min(1, 'a definition is missing').max(400);

/** What a tenant's values mean: the model's schema and prompt are built from it, and so is what the builtin engine may say. */
export const taxonomySchema = z.strictObject({
  categories: z
    .record(
      categorySchema,
      z.strictObject({
        description: definition,
        /** Sentences as customers write them; a category that does not ship is learned from them. */
        examples: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
        subcategories: z.record(categorySchema, definition).default({}),
      }),
    )
    .refine((categories) => Object.keys(categories).length >= 2, 'at least two categories are needed'),
  urgency: z.record(urgencySchema, definition),
  sentiment: z.record(sentimentSchema, definition),
});

/** `version` changes with anything in it, so that a decision can say by which definitions it was taken. */
export type Taxonomy = z.output<typeof taxonomySchema> & { version: string };

export const categoriesOf = ({ categories }: Pick<Taxonomy, 'categories'>): Category[] => Object.keys(categories);
