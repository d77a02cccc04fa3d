import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';

/** What has to be right between an account and us, in the order in which each rests on those before. */
export const CHECKS = ['authorization', 'permissions', 'fields', 'webhook', 'groups', 'sidebar', 'deliveries'] as const;
export type CheckName = (typeof CHECKS)[number];

/** `waiting`: nothing is known against it yet; `blocked`: cannot be looked at before an earlier one is right. */
export const checkSchema = z.object({
  name: z.enum(CHECKS),
  state: z.enum(['ok', 'waiting', 'blocked', 'broken']),
  /** Why it is not ok, as a code that the page has words for, such as `scopes_missing`; null when it is. */
  reason: z.string().nullable(),
  /** What is missing, by name: scopes, fields, teams. */
  missing: z.array(z.string()),
  /** Whether `repair` can mend it. `connect`: only allowing us again can. */
  remedy: z.enum(['repair', 'connect', 'choose', 'none']),
});
export type Check = z.infer<typeof checkSchema>;

export const connectionViewSchema = z.object({
  tenant: z.string(),
  /** `environment`: by the OAuth client that the backend is configured with; `oauth`: as an admin allowed it. */
  kind: z.enum(['environment', 'oauth']),
  state: z.enum(['new', 'connected', 'uninstalled']),
  connectedAt: z.string().nullable(),
  /** The name of who allowed it. */
  connectedBy: z.string().nullable(),
  /** Whether everything is ok. */
  healthy: z.boolean(),
  checks: z.array(checkSchema),
  /** Every team that a rule names, and its group as it is called now; null: it has none. */
  teams: z.array(z.object({ team: z.string(), groupId: z.string().nullable(), groupName: z.string().nullable() })),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

export const repairSchema = z.object({ check: z.enum(CHECKS).optional() });

/** `tenant` has to repeat the account's name, so that nobody erases one by mistake. */
export const removalSchema = z.object({ tenant: z.string().max(100) });

export const connectionApi = {
  readConnection: {
    method: 'get',
    path: '/v1/admin/connection',
    auth: 'admin',
    query: adminQuerySchema,
    response: connectionViewSchema,
  },
  /** Where the admin allows us; open to whoever Zendesk says has our page open, since Zendesk asks them there. */
  startAuthorization: {
    method: 'post',
    path: '/v1/admin/connection/authorization',
    auth: 'admin',
    query: adminQuerySchema,
    response: z.object({ url: z.url() }),
  },
  repairConnection: {
    method: 'post',
    path: '/v1/admin/connection/repair',
    auth: 'admin',
    query: adminQuerySchema,
    body: repairSchema,
    response: connectionViewSchema,
  },
  /** Gives sidebar and webhook new secrets; the sidebar's old one holds for ten minutes more, the webhook's until it is mended. */
  rotateSecret: {
    method: 'post',
    path: '/v1/admin/connection/secret',
    auth: 'admin',
    query: adminQuerySchema,
    response: connectionViewSchema,
  },
  /** Takes our webhook and our access away; what was learned stays for 30 days, for the case that it is connected again. */
  disconnect: {
    method: 'delete',
    path: '/v1/admin/connection',
    auth: 'admin',
    query: adminQuerySchema,
    response: z.object({ disconnected: z.boolean() }),
  },
  /** Disconnects and erases everything of the account, in the background. */
  removeTenant: {
    method: 'post',
    path: '/v1/admin/removal',
    auth: 'admin',
    query: adminQuerySchema,
    body: removalSchema,
    response: z.object({ started: z.boolean() }),
  },
} as const;
