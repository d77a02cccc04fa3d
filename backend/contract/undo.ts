import { z } from 'zod';

const tenant = z.string().max(100).optional();
const moment = z.iso.datetime({ offset: true }).refine((at) => Date.parse(at) > 0, 'it is before 1970');
const name = z.string().trim().min(1).max(120);
const count = z.number().int().nonnegative();
const counts = z.record(z.string(), count);

/** Which writes to take back: all of these must fit. `dryRun` is on unless it is said otherwise. */
export const undoSchema = z
  .strictObject({
    promptVersion: name.optional(),
    engine: name.optional(),
    model: name.optional(),
    since: moment,
    until: moment.optional(),
    dryRun: z.boolean().default(true),
  })
  .refine(({ since, until }) => until === undefined || Date.parse(since) < Date.parse(until), {
    path: ['until'],
    message: 'it is not later than since',
  });

const fieldChange = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });

/** What an undo would do, as far as our own log tells: what people have changed since is seen only when it runs. */
export const undoDryRunSchema = z.object({
  tickets: count,
  writes: count,
  /** Of so many tickets each field. */
  fields: counts,
  /** The first of them by ticket id, with what we left in each field and what it would hold again. */
  first: z.array(z.object({ ticketId: z.string(), changes: z.array(fieldChange) })),
});

export const undoViewSchema = z.object({
  id: z.uuid(),
  filter: z.object({
    promptVersion: name.optional(),
    engine: name.optional(),
    model: name.optional(),
    since: moment,
    until: moment.optional(),
  }),
  state: z.enum(['running', 'done']),
  requestedAt: z.string(),
  doneAt: z.string().nullable(),
  /** `gone`: deleted or closed, so that nothing can be changed any more. */
  tickets: z.object({ total: count, waiting: count, undone: count, gone: count, failed: count }),
  /** Of so many tickets each field holds again what it held before us. */
  restored: counts,
  /** Of so many tickets each field stays, since a person or a rule has changed it after us. */
  left: counts,
  /** The first of those with a field that stays, or that failed. */
  shown: z.array(
    z.object({
      ticketId: z.string(),
      outcome: z.enum(['undone', 'gone', 'failed']),
      code: z.string().nullable(),
      restored: z.array(z.string()),
      left: z.array(z.string()),
    }),
  ),
});
export type UndoDryRun = z.infer<typeof undoDryRunSchema>;
export type UndoView = z.infer<typeof undoViewSchema>;

const query = z.object({ tenant });

export const undoApi = {
  undo: {
    method: 'post',
    path: '/v1/admin/undo',
    auth: 'admin',
    query,
    body: undoSchema,
    response: z.union([undoDryRunSchema, undoViewSchema]),
  },
  readUndo: { method: 'get', path: '/v1/admin/undo/{id}', auth: 'admin', query, response: undoViewSchema },
} as const;
