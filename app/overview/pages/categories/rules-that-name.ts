import { z } from 'zod';

/** As much of the routing rules as names categories. */
const namingSchema = z.object({
  rules: z
    .array(
      z.object({
        id: z.string(),
        when: z.object({ category: z.array(z.string()).default([]), secondary: z.array(z.string()).default([]) }),
      }),
    )
    .default([]),
});

/** Ids of the rules that ask for a category: they could never hold without it. */
export function rulesThatName(rules: unknown, category: string): string[] {
  const read = namingSchema.safeParse(rules);
  if (!read.success) return [];
  return read.data.rules
    .filter(({ when }) => when.category.includes(category) || when.secondary.includes(category))
    .map(({ id }) => id);
}
