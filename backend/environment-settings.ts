import type { Config } from './config.ts';
import type { TenantSettings } from './contract/tenant-settings.ts';

/** What holds for an account whose admin has decided nothing. */
export function environmentSettings(config: Config): TenantSettings {
  const { version: _, ...taxonomy } = config.taxonomy;
  return {
    mode: config.MODE,
    modeOf: {},
    reviewBelow: config.REVIEW_BELOW,
    taxonomy,
    groupOf: {},
    masking: { keep: config.MASK_KEEP, regions: config.REGIONS },
    retention: {
      triages: config.KEEP_TRIAGES_DAYS ?? null,
      feedback: config.KEEP_FEEDBACK_DAYS ?? null,
      knowledge: config.KEEP_KNOWLEDGE_DAYS ?? null,
    },
    draftFrom: config.reply.draftFrom,
    model: config.OPENAI_MODEL,
    monthlyBudgetUsd: config.MODEL_BUDGET_USD ?? null,
    readImages: config.READ_IMAGES === 'on',
    slaWarnings: config.SLA_WARNINGS === 'on',
    askDetails: config.ASK_DETAILS === 'on',
    timeZone: config.TIME_ZONE,
  };
}
