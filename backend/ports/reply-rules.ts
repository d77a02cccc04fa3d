import { z } from 'zod';

const line = z.string().trim().min(1).max(300);
const byLanguage = z.record(z.string().regex(/^[a-z]{2}$/, 'a language, such as en'), line);

/** What a tenant's replies begin and end with, what they may promise, and what they may be made of. */
export const replyRulesSchema = z.strictObject({
  /** By language; `{name}` stands for the requester's name. Without one the product's own is used. */
  greeting: byLanguage.default({}),
  signOff: byLanguage.default({}),
  /** What every agent may say: numbers, links and promises in these sentences need no other source. */
  policy: z.array(z.string().trim().min(1).max(1000)).max(200).default([]),
  /** Names that a reply may use only where a source does. */
  products: z.array(line).max(500).default([]),
  /** articles · and approved tickets (gold) · and all masked resolved tickets. */
  draftFrom: z.enum(['articles', 'approved', 'all']).default('all'),
});
export type ReplyRules = z.infer<typeof replyRulesSchema>;
export type DraftFrom = ReplyRules['draftFrom'];
