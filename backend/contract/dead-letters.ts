import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';

/** Every kind of job. */
export const jobNameSchema = z.enum([
  'triage-ticket',
  'import-knowledge',
  'follow-ticket',
  'index-knowledge',
  'forget',
  'retain',
  'learn',
  'recover-triages',
  'undo-writes',
  'follow-sla',
  'warn-breaches',
  'fold-overview',
  'reconcile',
  'flag-dead',
  'check-connection',
  'remove-tenant',
]);
export type JobName = z.infer<typeof jobNameSchema>;

/** A job that failed every attempt and waits for a person. */
export const deadLetterSchema = z.object({
  id: z.uuid(),
  job: jobNameSchema,
  /** What one of these jobs at a time is for: the account, or a ticket, run or erasure of it. */
  key: z.string(),
  ticketId: z.string().nullable(),
  attempts: z.number().int().min(1),
  /** What went wrong at the last attempt; null when the process died each time. */
  code: z.string().nullable(),
  failedAt: z.string(),
});

export const deadLettersQuerySchema = adminQuerySchema.extend({
  job: jobNameSchema.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const deadLettersApi = {
  listDeadLetters: {
    method: 'get',
    path: '/v1/admin/dead-letters',
    auth: 'admin',
    query: deadLettersQuerySchema,
    /** The oldest of each job first. */
    response: z.object({ deadLetters: z.array(deadLetterSchema), nextCursor: z.string().nullable() }),
  },
  retryDeadLetter: {
    method: 'post',
    path: '/v1/admin/dead-letters/{id}/retry',
    auth: 'admin',
    query: adminQuerySchema,
    response: z.object({ retried: z.number().int().min(0) }),
  },
  retryAllDeadLetters: {
    method: 'post',
    path: '/v1/admin/dead-letters/retry-all',
    auth: 'admin',
    query: adminQuerySchema,
    body: z.object({ job: jobNameSchema }),
    response: z.object({ retried: z.number().int().min(0) }),
  },
  dropDeadLetter: {
    method: 'delete',
    path: '/v1/admin/dead-letters/{id}',
    auth: 'admin',
    query: adminQuerySchema,
    response: z.object({ dropped: z.boolean() }),
  },
  /** Looks for tickets that no delivery told of, without waiting for the next time. */
  reconcile: {
    method: 'post',
    path: '/v1/admin/reconcile',
    auth: 'admin',
    query: adminQuerySchema,
    response: z.object({ asked: z.boolean() }),
  },
} as const;
