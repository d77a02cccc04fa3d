import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';

const count = z.number().int().min(0);

/** By what it was: how often, and a few of the ids or rows. */
const talliesSchema = z.array(z.object({ what: z.string(), count, examples: z.array(z.string()) }));

/** One import, how far it is and what it came to. */
export const importRunSchema = z.object({
  id: z.uuid(),
  source: z.enum(['helpdesk', 'file']),
  /** Reads and judges everything, and keeps nothing. What would be folded into an item like it counts as kept. */
  dryRun: z.boolean(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** How many there are to read; null where it is not known. Of a file it is estimated by its bytes. */
  total: count.nullable(),
  read: count,
  kept: count,
  /** Folded into an item that says the same. */
  duplicates: count,
  removed: count,
  embedded: count,
  leftOut: talliesSchema,
  /** What was kept without a part of it. */
  notes: talliesSchema,
  perSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** `message`: what was wrong and what to do. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  startedAt: z.string(),
  updatedAt: z.string(),
});
export type ImportView = z.infer<typeof importRunSchema>;

export const importListSchema = z.object({ imports: z.array(importRunSchema) });

export const importFormatSchema = z.enum(['jsonl', 'csv']);
export type ImportFormat = z.infer<typeof importFormatSchema>;

/** With `source=file` the body is the file itself, and the rest of the query says how to read it. */
export const importQuerySchema = adminQuerySchema.extend({
  source: z.enum(['helpdesk', 'file']).default('helpdesk'),
  format: importFormatSchema.optional(),
  dryRun: z.stringbool().default(false),
});

/** `all`: from the beginning, and not from where the last import stopped. */
export const importStartSchema = z.object({
  source: z.literal('helpdesk'),
  dryRun: z.boolean().default(false),
  all: z.boolean().default(false),
});
export type ImportStart = z.input<typeof importStartSchema>;

export const importsApi = {
  startImport: {
    method: 'post',
    path: '/v1/admin/imports',
    auth: 'admin',
    query: importQuerySchema,
    body: importStartSchema,
    response: importRunSchema,
  },
  listImports: {
    method: 'get',
    path: '/v1/admin/imports',
    auth: 'admin',
    query: adminQuerySchema,
    response: importListSchema,
  },
  readImport: {
    method: 'get',
    path: '/v1/admin/imports/{id}',
    auth: 'admin',
    query: adminQuerySchema,
    response: importRunSchema,
  },
} as const;
