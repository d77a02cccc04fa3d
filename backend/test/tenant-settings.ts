import { type TenantSettings, tenantSettingsSchema } from '../contract/tenant-settings.ts';
import taxonomy from '../taxonomy.json' with { type: 'json' };

/** Settings as a backend with nothing set up has them. */
export const someSettings = (over: Partial<TenantSettings> = {}): TenantSettings => ({
  ...tenantSettingsSchema.parse({
    ...{ mode: 'suggest', modeOf: {}, reviewBelow: 0.5, taxonomy, groupOf: {}, draftFrom: 'all' },
    masking: { keep: [], regions: [] },
    retention: { triages: null, feedback: null, knowledge: null },
    ...{ model: 'gpt-4o-mini', monthlyBudgetUsd: null, readImages: false, slaWarnings: false, askDetails: false },
  }),
  ...over,
});

const seats = { description: 'Seats of a hall', examples: [], subcategories: {} };

/** The shipped categories with one more, or without some. */
export function withCategories({ seats: hasSeats = false, without = [] as string[] }): TenantSettings['taxonomy'] {
  const { taxonomy: shipped } = someSettings();
  const kept = Object.entries(shipped.categories).filter(([name]) => !without.includes(name));
  return { ...shipped, categories: { ...Object.fromEntries(kept), ...(hasSeats && { seats }) } };
}
