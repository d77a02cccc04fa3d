import { z } from 'zod';

const tenant = z.string().max(100).optional();

export const adminQuerySchema = z.object({ tenant });

export const usageQuerySchema = z.object({
  tenant,
  /** The first day, UTC. */
  since: z.iso.date().optional(),
});

/** What models were asked, and what that came to in US dollars; null where a call's model has no price. */
export const usageViewSchema = z.object({
  since: z.string(),
  days: z.array(
    z.object({
      day: z.string(),
      model: z.string(),
      purpose: z.enum(['classify', 'draft', 'spared']),
      calls: z.number(),
      promptTokens: z.number(),
      cachedTokens: z.number(),
      completionTokens: z.number(),
      usd: z.number().nullable(),
    }),
  ),
  /** `usd` lacks the calls whose model has no price; null when that are all. */
  total: z.object({ calls: z.number(), unpricedCalls: z.number(), usd: z.number().nullable() }),
  /** Calls that the builtin engine made needless, and what they would have cost at this period's mean. */
  spared: z.object({ calls: z.number(), usd: z.number().nullable() }),
  /** Of the running month (UTC), as far as models have prices; `limitUsd` null: none. Once it is spent the builtin engine goes on alone. */
  budget: z.object({ limitUsd: z.number().nullable(), spentUsd: z.number() }),
});
export type UsageView = z.infer<typeof usageViewSchema>;

/** Whether there was a model of the tenant's own to forget. The one that ships is in force again within 30 s. */
export const modelForgottenSchema = z.object({ forgotten: z.boolean() });

export const decisionsQuerySchema = adminQuerySchema.extend({
  ticketId: z.string().regex(/^\d{1,20}$/, "the helpdesk's ticket number"),
});

/** The decisions on one ticket, the newest first. */
export const decisionsViewSchema = z.object({
  decisions: z.array(
    z.object({ triageId: z.uuid(), at: z.string(), category: z.string().nullable(), urgency: z.string().nullable() }),
  ),
});
export type DecisionsView = z.infer<typeof decisionsViewSchema>;

/** Why a triage came out as it did, and whether the kept record gives the same decision again. */
export const decisionViewSchema = z.object({
  triageId: z.uuid(),
  ticketId: z.string(),
  decidedBy: z.string(),
  decidedWhy: z.string(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  taxonomyVersion: z.string(),
  tried: z.array(z.object({ engine: z.string(), outcome: z.string() })),
  rules: z.array(z.string()),
  /** The whole record: scores, calibrations, thresholds, signals. */
  record: z.unknown(),
  replay: z.object({ same: z.boolean(), differs: z.array(z.string()) }),
});
export type DecisionView = z.infer<typeof decisionViewSchema>;
