import { z } from 'zod';
import { OutsideError } from '../../../ports/errors.ts';
import type { TicketUpdate } from '../../../ports/helpdesk.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './fetch-ticket.ts';
import { agreeTags, type FieldIds, writeFields } from './fields.ts';

const answerSchema = z.object({
  ticket: z.object({
    priority: z.string().nullish(),
    group_id: z.number().nullish(),
    tags: z.array(z.string()).default([]),
    custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })).default([]),
  }),
});

/** Always private: a comment without `public: false` would go to the customer. */
const privateNote = (body: string) => ({ body, public: false as const });

const sameValue = (asked: unknown, got: unknown): boolean =>
  asked === got || (typeof asked === 'string' && got !== null && Number(asked) === Number(got));

/** Writes everything in one PUT that Zendesk refuses when the ticket has changed since it was read. */
export async function updateTicket(client: ZendeskClient, update: TicketUpdate, ids: FieldIds): Promise<void> {
  const custom_fields = writeFields(update.fields, ids);
  const tags = update.tags && agreeTags(update.tags, update.fields);
  const answer = await client.put(`/api/v2/tickets/${update.ticketId}.json`, {
    ticket: {
      custom_fields,
      ...(tags && { tags }),
      ...(update.priority && { priority: update.priority }),
      ...(update.groupId && { group_id: Number(update.groupId) }),
      ...(update.note && { comment: privateNote(update.note) }),
      updated_stamp: update.updatedAt,
      safe_update: true,
    },
  });
  const { ticket } = parseAnswer(answerSchema, answer);
  const held = new Map(ticket.custom_fields.map(({ id, value }) => [id, value]));
  const taken =
    custom_fields.every(({ id, value }) => sameValue(value, held.get(id))) &&
    (tags ?? []).every((tag) => ticket.tags.includes(tag)) &&
    (!update.priority || ticket.priority === update.priority) &&
    (!update.groupId || String(ticket.group_id) === update.groupId);
  if (!taken) throw new OutsideError('zendesk', 'bad_answer', 'answered 200 but did not take the update');
}
