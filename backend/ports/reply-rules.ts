import { z } from 'zod';
import { DETAILS_QUESTION } from './details-question.ts';

const line = z.string().trim().min(1).max(300);
const language = z.string().regex(/^[a-z]{2}$/, 'a language, such as en');
const byLanguage = z.record(language, line);

/** What a tenant's replies begin and end with, what they may promise, and what they may be made of. */
export const replyRulesSchema = z.strictObject({
  /** By language; `{name}` stands for the requester's name. Without one the product's own is used. */
  greeting: byLanguage.default({}),
  signOff: byLanguage.default({}),
  /** What a customer is asked who has not said what the matter is; without one of a language the product's own is used. */
  askDetails: z
    .record(language, z.string().trim().min(1).max(2000))
    .default({})
    .transform((own) => ({ ...DETAILS_QUESTION, ...own })),
  /** What every agent may say: numbers, links and promises in these sentences need no other source. */
  policy: z.array(z.string().trim().min(1).max(1000)).max(200).default([]),
  /** Names that a reply may use only where a source does. */
  products: z.array(line).max(500).default([]),
  /** articles · and approved tickets (gold) · and all masked resolved tickets. */
  draftFrom: z.enum(['articles', 'approved', 'all']).default('all'),
});
export type ReplyRules = z.infer<typeof replyRulesSchema>;
export type DraftFrom = ReplyRules['draftFrom'];
