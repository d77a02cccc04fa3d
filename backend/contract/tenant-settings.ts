import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';
import { taxonomySchema } from './categories.ts';
import { MASKABLE_KINDS } from './masking.ts';
import { timeZoneSchema } from './schedules.ts';
import { modeSchema } from './settings.ts';
import { categorySchema } from './taxonomy.ts';

const MOST_VERSIONS = 2_147_483_647;
const versionSchema = z.number().int().min(1).max(MOST_VERSIONS);
const note = z.string().trim().max(400).nullable();
const days = z.number('a number of days').int('whole days').min(1, 'at least a day').max(36_500).nullable();

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const NO_COUNTRIES = ['UK', 'EU', 'ZZ', 'XX'];
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && countries.of(code) !== undefined && !NO_COUNTRIES.includes(code);
/** ISO 3166, such as DE or GB. */
export const countrySchema = z.string().refine(isCountry, 'ISO 3166 countries, such as DE, GB');

/** Kinds of personal data that may stay readable. */
export const keptKindsSchema = z.array(z.enum(MASKABLE_KINDS, { error: `kinds out of ${MASKABLE_KINDS.join(', ')}` }));

/** What an account's admin decides, apart from its routing rules. What was never saved is as the environment says. */
export const tenantSettingsSchema = z
  .strictObject({
    mode: modeSchema,
    /** Of single categories, in place of `mode`. */
    modeOf: z.record(categorySchema, modeSchema),
    /** Below this confidence of the category a human decides, for as long as no dial says better. */
    reviewBelow: z.number('between 0 and 1').min(0).max(1),
    taxonomy: taxonomySchema,
    /** The Zendesk group of a team, by the group's id; a team that stands nowhere goes to the group of its name. */
    groupOf: z.record(
      z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, 'a team is lower-case letters, digits and _'),
      z.string().regex(/^\d{1,20}$/, "a group is the helpdesk's group id"),
    ),
    masking: z.strictObject({ keep: keptKindsSchema, regions: z.array(countrySchema).max(250) }),
    /** Days after which each is erased; null: kept for good. */
    retention: z.strictObject({ triages: days, feedback: days, knowledge: days }),
    /** What drafts may be made of: articles, approved answers too, or all masked solved tickets too. */
    draftFrom: z.enum(['articles', 'approved', 'all']),
    /** Asked for classification and drafts where the backend has an endpoint for models. */
    model: z.string().trim().min(1).max(100),
    /** US dollars a calendar month (UTC); null: no limit. */
    monthlyBudgetUsd: z.number('US dollars a month').min(0).max(10_000_000).nullable(),
    /** Whether pictures that a customer attached go to the model. */
    readImages: z.boolean(),
    slaWarnings: z.boolean(),
    /** Whether a customer who has not said what the matter is may be asked for it without a person. */
    askDetails: z.boolean(),
    /** Whose days the overview counts by. */
    timeZone: timeZoneSchema.default('UTC'),
  })
  .superRefine(({ modeOf, taxonomy, askDetails, mode }, context) => {
    for (const category of Object.keys(modeOf))
      if (!Object.hasOwn(taxonomy.categories, category))
        context.addIssue({ code: 'custom', path: ['modeOf', category], message: 'there is no such category' });
    if (askDetails && mode !== 'auto')
      context.addIssue({ code: 'custom', path: ['askDetails'], message: 'only in mode auto' });
  });
export type TenantSettings = z.output<typeof tenantSettingsSchema>;

/** One version of an account's settings; it never changes. `environment`: those of the backend itself, which hold while no admin has saved any. */
export const settingsSavedSchema = z.object({
  version: z.number().int().min(0),
  savedBy: z.string(),
  savedAt: z.string().nullable(),
  note,
});
export type SettingsSaved = z.infer<typeof settingsSavedSchema>;
export const settingsViewSchema = settingsSavedSchema.extend({
  settings: tenantSettingsSchema,
  /** Whether the backend has an endpoint for models at all. */
  hasModel: z.boolean(),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;
export const settingsListSchema = z.object({ versions: z.array(settingsSavedSchema) });

/** `basedOn`: the version that was edited, 0 for the environment's; one that is not in force any more is a conflict. */
export const settingsChangeSchema = z.object({
  settings: z.unknown(),
  basedOn: z.number().int().min(0).max(MOST_VERSIONS),
  note: note.default(null),
});
export const settingsRevertSchema = z.object({ version: versionSchema });
const settingsQuerySchema = adminQuerySchema.extend({
  version: z.coerce.number().int().min(1).max(MOST_VERSIONS).optional(),
});

export const tenantSettingsApi = {
  readTenantSettings: {
    method: 'get',
    path: '/v1/admin/settings',
    auth: 'admin',
    query: settingsQuerySchema,
    response: settingsViewSchema,
  },
  changeTenantSettings: {
    method: 'put',
    path: '/v1/admin/settings',
    auth: 'admin',
    query: adminQuerySchema,
    body: settingsChangeSchema,
    response: settingsViewSchema,
  },
  listTenantSettings: {
    method: 'get',
    path: '/v1/admin/settings/versions',
    auth: 'admin',
    query: adminQuerySchema,
    response: settingsListSchema,
  },
  revertTenantSettings: {
    method: 'post',
    path: '/v1/admin/settings/revert',
    auth: 'admin',
    query: adminQuerySchema,
    body: settingsRevertSchema,
    response: settingsViewSchema,
  },
} as const;
