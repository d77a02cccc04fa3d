import { z } from 'zod';

export const problemCodeSchema = z.enum([
  'bad_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'rate_limited',
  'model_unavailable',
  'budget_used_up',
  'too_many_rewrites',
  'rewrite_refused',
  'unavailable',
  'internal',
]);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** The body of every answer that is not 2xx. */
export const problemSchema = z.object({
  error: z.object({
    code: problemCodeSchema,
    /** One sentence: what was wrong and what to do. */
    message: z.string(),
    requestId: z.string(),
    retryAfterSeconds: z.number().optional(),
  }),
});
export type Problem = z.infer<typeof problemSchema>;
