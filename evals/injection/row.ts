import { z } from 'zod';

export const attackRowSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** 1: an attack. */
  label: z
    .union([z.literal(0), z.literal(1), z.literal('0'), z.literal('1')])
    .transform((label) => Number(label) === 1),
  kind: z.string().default(''),
});
export type AttackRow = z.output<typeof attackRowSchema>;
