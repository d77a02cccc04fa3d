import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';
import { slaSchema } from './triage.ts';

const count = z.number().int().min(0);

export const queueStateSchema = z.enum(['overdue', 'due_soon', 'on_time', 'waiting']);
/** `overdue`: a promise is broken; `due_soon`: within the hour; `waiting`: for the customer, or nothing is promised any more. */
export type QueueState = z.infer<typeof queueStateSchema>;

const filters = {
  category: z.string().max(80).optional(),
  urgency: z.string().max(8).optional(),
  language: z.string().max(12).optional(),
  group: z.string().max(40).optional(),
  state: queueStateSchema.optional(),
  escalated: z.stringbool().optional(),
  /** Whether a human has to decide. */
  unsure: z.stringbool().optional(),
};
export const queueQuerySchema = adminQuerySchema.extend({
  ...filters,
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const choice = z.object({ key: z.string(), tickets: count });
export const ticketQueueSchema = z.object({
  /** ISO 8601, the backend's clock: countdowns go from here. */
  now: z.string(),
  countedAt: z.string(),
  waiting: count,
  /** Tickets that are not solved, by what is due first; those without a running promise last, the oldest first. */
  tickets: z.array(
    z.object({
      ticketId: z.string(),
      triageId: z.uuid(),
      createdAt: z.string(),
      status: z.string(),
      category: z.string().nullable(),
      urgency: z.string().nullable(),
      language: z.string(),
      confidence: z.number(),
      unsure: z.boolean(),
      escalated: z.boolean(),
      groupId: z.string().nullable(),
      team: z.string().nullable(),
      state: queueStateSchema,
      /** What is due next: the first reply, or the solution. */
      dueAt: z.string().nullable(),
      due: z.enum(['first_reply', 'resolution']).nullable(),
      sla: slaSchema.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  /** Of the tickets that pass the filters. */
  total: count,
  /** What there is to filter by, the most frequent first: of the tickets that pass the other filters. */
  choices: z.object({
    state: z.array(choice),
    category: z.array(choice),
    urgency: z.array(choice),
    language: z.array(choice),
    group: z.array(choice),
  }),
  /** Names of the groups that occur, by id, as far as they are known. */
  groups: z.record(z.string(), z.string()),
});
export type TicketQueue = z.infer<typeof ticketQueueSchema>;
export type QueueTicket = TicketQueue['tickets'][number];

/** What waits to be worked on, by when it is due. */
export const ticketQueueApi = {
  readQueue: {
    method: 'get',
    path: '/v1/overview/queue',
    auth: 'agent',
    query: queueQuerySchema,
    response: ticketQueueSchema,
  },
} as const;
