import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';

/** One thing that was done to an account's settings or data. It holds no ticket text. */
export const auditEntrySchema = z.object({
  seq: z.number().int().min(1),
  at: z.string(),
  /** `operator`: with the backend's own token; `system`: the product by itself. */
  actor: z.object({ kind: z.enum(['admin', 'operator', 'system']), id: z.string().nullable() }),
  /** The operation, as the OpenAPI document names it. */
  action: z.string(),
  /** Names, ids and versions, never text of tickets. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditPageSchema = z.object({
  /** The newest first. */
  entries: z.array(auditEntrySchema),
  /** What `before` is for the next page; null when this is the last. */
  next: z.number().int().nullable(),
  /** Whether every entry of the account still hangs on the one before it; `brokenAt`: the first that does not. */
  intact: z.boolean(),
  brokenAt: z.number().int().nullable(),
});

const LAST = 2_147_483_647;
const auditQuerySchema = adminQuerySchema.extend({
  before: z.coerce.number().int().min(1).max(LAST).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditApi = {
  readAudit: {
    method: 'get',
    path: '/v1/admin/audit',
    auth: 'admin',
    query: auditQuerySchema,
    response: auditPageSchema,
  },
} as const;
