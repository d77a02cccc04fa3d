import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';

const count = z.number().int().min(0);
const MOST_VERSIONS = 2_147_483_647;
const version = z.number().int().min(1).max(MOST_VERSIONS);
const note = z.string().trim().max(400).nullable();

/** One version of the rules; it never changes. `file`: the configuration's own, in force while no admin has saved any. */
export const routingSavedSchema = z.object({
  version,
  savedBy: z.enum(['file', 'admin']),
  savedAt: z.string(),
  note,
  hash: z.string(),
});

/** `rules` as in the file of ROUTING_FILE; docs/decide/routing.md says what stands in it. */
const rulesSchema = z.record(z.string(), z.unknown());
export const routingViewSchema = routingSavedSchema.extend({ rules: rulesSchema });
export const routingListSchema = z.object({ versions: z.array(routingSavedSchema) });

/** `basedOn`: the version that was edited; one that is not in force any more is a conflict. */
export const routingChangeSchema = z.object({ rules: rulesSchema, basedOn: version, note: note.default(null) });
export const routingRevertSchema = z.object({ version });

/** Without a version: the rules in force. */
export const routingQuerySchema = adminQuerySchema.extend({
  version: z.coerce.number().int().min(1).max(MOST_VERSIONS).optional(),
});

export const dryRunQuerySchema = adminQuerySchema.extend({
  days: z.coerce.number().int().min(1).max(366).default(30),
  /** How many of the newest decisions are looked at. */
  limit: z.coerce.number().int().min(1).max(5_000).default(5_000),
  /** How many flips were seen already. */
  skip: z.coerce.number().int().min(0).default(0),
});

const outcomeSchema = z.object({
  team: z.string(),
  sureTeam: z.boolean(),
  escalationTeam: z.string().nullable(),
  slaHours: z.number(),
  dueAt: z.string(),
  resolutionHours: z.number().nullable(),
  skills: z.array(z.string()),
  watchers: z.array(z.string()),
});

/** What other rules would have made of the tickets that were decided lately, beside what the rules in force make of them. */
export const dryRunSchema = z.object({
  basedOn: version,
  lookedAt: count,
  /** Whether there are more in these days than `limit`. */
  more: z.boolean(),
  /** Left out of `lookedAt`: decided before facts were kept, or of a category that one of the two does not have. */
  unknown: count,
  flipped: count,
  flips: z.array(z.object({ triageId: z.uuid(), ticketId: z.string(), before: outcomeSchema, after: outcomeSchema })),
  /** What to skip to see the next ones; null when these are the last. */
  nextSkip: count.nullable(),
  /** How often each of the rules would have fired. */
  fired: z.array(z.object({ rule: z.string(), count })),
});
export type DryRun = z.infer<typeof dryRunSchema>;

export const routingApi = {
  readRouting: {
    method: 'get',
    path: '/v1/admin/routing',
    auth: 'admin',
    query: routingQuerySchema,
    response: routingViewSchema,
  },
  dryRunRouting: {
    method: 'post',
    path: '/v1/admin/routing/dry-run',
    auth: 'admin',
    query: dryRunQuerySchema,
    body: rulesSchema,
    response: dryRunSchema,
  },
  changeRouting: {
    method: 'put',
    path: '/v1/admin/routing',
    auth: 'admin',
    query: adminQuerySchema,
    body: routingChangeSchema,
    response: routingViewSchema,
  },
  listRoutings: {
    method: 'get',
    path: '/v1/admin/routing/versions',
    auth: 'admin',
    query: adminQuerySchema,
    response: routingListSchema,
  },
  revertRouting: {
    method: 'post',
    path: '/v1/admin/routing/revert',
    auth: 'admin',
    query: adminQuerySchema,
    body: routingRevertSchema,
    response: routingViewSchema,
  },
} as const;
