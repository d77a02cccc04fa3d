import { z } from 'zod';

const tenant = z.string().max(100).optional();
const id = z.string().trim().min(1).max(100);

/** Whom or what to forget: exactly one of these. */
export const forgetSchema = z.union(
  [
    z.strictObject({ ticketId: id }),
    z.strictObject({ personId: id }),
    z.strictObject({ email: z.string().trim().min(3).max(320).includes('@') }),
  ],
  'one of ticketId, personId and email',
);

const count = z.number().int().nonnegative();

/** The proof of an erasure. It names nobody: the subject is a fingerprint, which only this installation's key makes. */
export const erasureReceiptSchema = z.object({
  id: z.uuid(),
  subject: z.enum(['ticket', 'person']),
  fingerprint: z.string(),
  state: z.enum(['waiting', 'done']),
  /** What was erased, by what it was; null until it is done. */
  erased: z
    .object({
      tickets: count,
      triages: count,
      feedback: count,
      votes: count,
      learnedTickets: count,
      knowledgeItems: count,
      vectors: count,
      jobs: count,
      /** Whether the tenant's own model had learned from it and was dropped. */
      model: z.boolean(),
    })
    .nullable(),
  requestedAt: z.string(),
  doneAt: z.string().nullable(),
});

export const erasureQuerySchema = z.object({ tenant });
export const erasuresQuerySchema = z.object({ tenant, limit: z.coerce.number().int().min(1).max(1_000).default(100) });

export const erasureApi = {
  forget: {
    method: 'post',
    path: '/v1/admin/erasures',
    auth: 'admin',
    query: erasureQuerySchema,
    body: forgetSchema,
    response: erasureReceiptSchema,
  },
  listErasures: {
    method: 'get',
    path: '/v1/admin/erasures',
    auth: 'admin',
    query: erasuresQuerySchema,
    /** The newest first. */
    response: z.object({ erasures: z.array(erasureReceiptSchema) }),
  },
  readErasure: {
    method: 'get',
    path: '/v1/admin/erasures/{id}',
    auth: 'admin',
    query: erasureQuerySchema,
    response: erasureReceiptSchema,
  },
} as const;
