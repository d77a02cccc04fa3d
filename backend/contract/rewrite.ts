import { z } from 'zod';
import { draftPartSchema, draftSchema } from './triage.ts';

export const rewriteHowSchema = z.enum(['shorter', 'longer', 'friendlier', 'formal', 'translate']);
export type RewriteHow = z.infer<typeof rewriteHowSchema>;

/** A draft as it stands in the agent's editor, with this ticket's own values in it, and what is wanted of it. */
export const rewriteRequestSchema = z
  .object({
    how: rewriteHowSchema,
    /** ISO 639-1; only to translate. */
    language: z
      .string()
      .regex(/^[a-z]{2}$/, 'an ISO 639-1 code')
      .nullable()
      .default(null),
    text: z.string().max(10_000).regex(/\S/, 'nothing to rewrite'),
    /** Of the rewrite that the text comes from, where it comes from one: a sentence that stands there keeps its source. */
    parts: z.array(draftPartSchema).max(80).default([]),
  })
  .refine(({ how, language }) => (how === 'translate') === (language !== null), {
    path: ['language'],
    error: 'a language to translate to, and none otherwise',
  });
export type RewriteRequest = z.infer<typeof rewriteRequestSchema>;

/** The sentences keep the sources of those that they stem from; what says more than those is struck. */
export const rewriteSchema = draftSchema;
