import type { z } from 'zod';
import { OutsideError } from '../../../ports/errors.ts';

/** Checks what Zendesk sent against a shape. Throws `bad_answer`. */
export function parseAnswer<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new OutsideError('zendesk', 'bad_answer', `sent an unknown shape at ${at}`);
}
