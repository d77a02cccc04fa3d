import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';

const count = z.number().int().nonnegative();
const itemId = z.string().min(1).max(120);

/** What is known, and how far the index is. */
export const knowledgeViewSchema = z.object({
  items: count,
  articles: count,
  gold: count,
  /** Tickets that were folded into an item like them. */
  duplicates: count,
  superseded: count,
  stale: count,
  index: z.object({
    /** The embedder that answers; null before the first one is whole. */
    serving: z.string().nullable(),
    configured: z.string(),
    embedded: count,
    missing: count,
  }),
});

/** `gold`: a person approves it, or takes that back; an import does not change it any more. */
export const approvalSchema = z.object({ id: itemId, gold: z.boolean() });

export const knowledgeApi = {
  readKnowledge: {
    method: 'get',
    path: '/v1/admin/knowledge',
    auth: 'admin',
    query: adminQuerySchema,
    response: knowledgeViewSchema,
  },
  approveItem: {
    method: 'put',
    path: '/v1/admin/knowledge/approval',
    auth: 'admin',
    query: adminQuerySchema,
    body: approvalSchema,
    response: approvalSchema,
  },
  removeItem: {
    method: 'delete',
    path: '/v1/admin/knowledge/item',
    auth: 'admin',
    query: adminQuerySchema.extend({ id: itemId }),
    /** The item and what repeated it. No import brings them back. */
    response: z.object({ removed: count }),
  },
  rebuildIndex: {
    method: 'post',
    path: '/v1/admin/knowledge/rebuild',
    auth: 'admin',
    query: adminQuerySchema,
    response: z.object({ asked: z.literal(true) }),
  },
} as const;
