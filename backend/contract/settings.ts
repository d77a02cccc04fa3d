import { z } from 'zod';
import { categorySchema } from './taxonomy.ts';

export const modeSchema = z.enum(['suggest', 'assist', 'auto']);
export type Mode = z.infer<typeof modeSchema>;

/** What the sidebar must know of its tenant to show and apply a triage. */
export const sidebarSettingsSchema = z.object({
  mode: modeSchema,
  categories: z.array(categorySchema).min(1),
  /** The team that takes each category, so that another choice of category can bring its team along. */
  teamOf: z.record(categorySchema, z.string()),
  /** Zendesk custom field ids by what we keep in them; null where the account has no such field. */
  fields: z.object({
    category: z.string().nullable(),
    urgency: z.string().nullable(),
    sentiment: z.string().nullable(),
    confidence: z.string().nullable(),
    escalation: z.string().nullable(),
  }),
  /** Our teams and the Zendesk group behind each. */
  teams: z.array(z.object({ team: z.string(), groupId: z.string().nullable() })),
  /** Whether an engine of the account can rewrite a draft. */
  rewrites: z.boolean().default(false),
});
export type SidebarSettings = z.infer<typeof sidebarSettingsSchema>;
