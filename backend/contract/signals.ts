import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);

/** Of the tickets that a person decided on, how many kept our mark: the share, and what it may be in truth (95 %, exact). Null: nobody decided. */
const precisionSchema = z.object({ estimate: share, low: share, high: share }).nullable();

const tallySchema = z.object({
  /** Tickets. */
  fired: count,
  /** Tickets that it would have marked, had it not been muted. */
  muted: count,
  /** Saved by a person after we had marked them, with the mark on or taken off. */
  decided: count,
  agreed: count,
  precision: precisionSchema,
});

/** The rules of the escalation phrases: what the account has made of them, and how often people agreed with each. */
export const signalsViewSchema = z.object({
  /** Of the routing rules, of which the account's phrases are a part: `PUT /v1/admin/routing` changes them. */
  version: z.number().int().min(1),
  since: z.string(),
  rules: z.array(
    tallySchema.extend({
      rule: z.string(),
      isMuted: z.boolean(),
      /** How many phrases ship, by language. */
      shipped: z.record(z.string(), count),
      phrases: z.array(z.object({ text: z.string(), language: z.string().nullable() })),
      /** Words in which the account hears no signal; those of every rule stand beside `rules`. */
      notSignals: z.array(z.string()),
      /** Tickets for which nothing else spoke: agreement there is with this rule alone. */
      alone: z.object({ decided: count, agreed: count, precision: precisionSchema }),
      languages: z.array(tallySchema.extend({ language: z.string() })),
    }),
  ),
  notSignals: z.array(z.string()),
});
export type SignalsView = z.infer<typeof signalsViewSchema>;

export const signalsApi = {
  readSignals: {
    method: 'get',
    path: '/v1/admin/signals',
    auth: 'admin',
    query: adminQuerySchema,
    response: signalsViewSchema,
  },
} as const;
