import { z } from 'zod';
import { OutsideError } from '../../../ports/errors.ts';
import type { TicketUpdate } from '../../../ports/helpdesk.ts';
import { step } from '../../../ports/step.ts';
import type { ZendeskClient } from './client.ts';
import { agreeTags, type FieldIds, writeFields } from './fields.ts';
import { parseAnswer } from './parse-answer.ts';

const answerSchema = z.object({
  ticket: z.object({
    priority: z.string().nullish(),
    group_id: z.number().nullish(),
    assignee_id: z.number().nullish(),
    tags: z.array(z.string()).default([]),
    custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })).default([]),
  }),
});

/** By language. */
export type Questions = Readonly<Record<string, string>>;

/** Always private: a comment without `public: false` would go to the customer. */
const privateNote = (body: string) => ({ body, public: false as const });

/** The only comment that a customer sees: words that ship or that the account has written, and never a model's. */
function publicQuestion(language: string, questions: Questions) {
  const body = Object.hasOwn(questions, language) ? questions[language] : undefined;
  if (!body) throw new RangeError(`There is no question in ${language}`);
  return { body, public: true as const };
}

const sameValue = (asked: unknown, got: unknown): boolean =>
  asked === got || (typeof asked === 'string' && got !== null && Number(asked) === Number(got));

const follower = (who: string) => ({ [/^\d+$/.test(who) ? 'user_id' : 'user_email']: who, action: 'put' });

/** Undefined: nothing is asked; null: it is to be unset. */
const toId = (id: string | null | undefined) => (typeof id === 'string' ? Number(id) : id);
const isTaken = <T>(asked: T | null | undefined, got: T | null | undefined): boolean =>
  asked === undefined || asked === (got ?? null);

/** Writes everything in one PUT that Zendesk refuses when the ticket has changed since it was read. */
export async function updateTicket(
  client: ZendeskClient,
  update: TicketUpdate,
  { ids, questions }: { ids: FieldIds; questions: Questions },
): Promise<void> {
  const custom_fields = writeFields(update.fields, ids);
  const tags = update.tags && agreeTags(update.tags, update.fields);
  step('write:sent', update.ticketId);
  const answer = await client.put(`/api/v2/tickets/${update.ticketId}.json`, {
    ticket: {
      custom_fields,
      ...(tags && { tags }),
      ...(update.priority !== undefined && { priority: update.priority }),
      ...(update.groupId !== undefined && { group_id: toId(update.groupId) }),
      ...(update.assigneeId !== undefined && { assignee_id: toId(update.assigneeId) }),
      ...(update.followers && { followers: update.followers.map(follower) }),
      ...(update.note && { comment: privateNote(update.note) }),
      ...(update.askDetailsIn && { comment: publicQuestion(update.askDetailsIn, questions) }),
      updated_stamp: update.updatedAt,
      safe_update: true,
    },
  });
  step('write:arrived', update.ticketId);
  const { ticket } = parseAnswer(answerSchema, answer);
  const held = new Map(ticket.custom_fields.map(({ id, value }) => [id, value]));
  const taken =
    custom_fields.every(({ id, value }) => sameValue(value, held.get(id))) &&
    (tags ?? []).every((tag) => ticket.tags.includes(tag)) &&
    isTaken(update.priority, ticket.priority) &&
    isTaken(toId(update.groupId), ticket.group_id) &&
    isTaken(toId(update.assigneeId), ticket.assignee_id);
  if (!taken) throw new OutsideError('zendesk', 'bad_answer', 'answered 200 but did not take the update');
}
