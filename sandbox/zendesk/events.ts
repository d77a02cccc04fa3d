import { randomUUID } from 'node:crypto';
import type { Account } from './account.ts';
import { BRAND_ID, FORM_ID } from './directory.ts';
import type { Comment, Ticket, User } from './state.ts';
import type { TicketEvent } from './ticket-event.ts';

/** One property of a ticket before and after a change; custom fields go by their id. */
export type Difference = { field: string; before: unknown; after: unknown };
type Payload = { name: string; event: Record<string, unknown> };
type Update = { actor: User; differences: Difference[]; comment: Comment | null };
type Source = Pick<Account, 'now' | 'state'>;

export function eventOfCreation(source: Source, ticket: Ticket, actorId: number): TicketEvent {
  return wrap(source, ticket, actorId, { name: 'created', event: {} }, 1, 1);
}

export function eventOfDeletion(source: Source, ticket: Ticket, actorId: number): TicketEvent {
  return wrap(source, ticket, actorId, { name: 'soft_deleted', event: {} }, 1, 1);
}

export function eventsOfChange(source: Source, ticket: Ticket, { actor, differences, comment }: Update): TicketEvent[] {
  const payloads = differences.map((difference) => payloadOf(source, difference));
  if (comment !== null) payloads.push(commentAdded(source, comment));
  return payloads.map((payload, index) => wrap(source, ticket, actor.id, payload, index + 1, payloads.length));
}

const UPPER: Record<string, string> = { status: 'status_changed', priority: 'priority_changed', type: 'type_changed' };
const PLAIN: Record<string, string> = {
  subject: 'subject_changed',
  external_id: 'external_id_changed',
  group_id: 'group_assignment_changed',
  assignee_id: 'agent_assignment_changed',
};

function payloadOf({ state }: Source, { field, before, after }: Difference): Payload {
  if (field === 'tags') return tagsChanged(before as string[], after as string[]);
  const upper = UPPER[field];
  if (upper) return { name: upper, event: { current: shout(after), previous: shout(before) } };
  const plain = PLAIN[field];
  if (plain) return { name: plain, event: { current: idText(after), previous: idText(before) } };
  const custom = state.fields.find((known) => String(known.id) === field);
  const described = { id: field, title: custom?.title ?? '', type: custom?.type ?? '' };
  return {
    name: 'custom_field_changed',
    event: { current: after ?? null, previous: before ?? null, field: described },
  };
}

function tagsChanged(before: string[], after: string[]): Payload {
  const tags_added = after.filter((tag) => !before.includes(tag));
  const tags_removed = before.filter((tag) => !after.includes(tag));
  return { name: 'tags_changed', event: { tags_added, tags_removed } };
}

function commentAdded({ state }: Source, comment: Comment): Payload {
  const author = state.users.find((user) => user.id === comment.author_id);
  const by = { id: String(comment.author_id), is_staff: author?.role !== 'end-user', name: author?.name ?? '' };
  return {
    name: 'comment_added',
    event: { comment: { author: by, body: comment.text, id: String(comment.id), is_public: comment.public } },
  };
}

function wrap(
  { now, state }: Source,
  ticket: Ticket,
  actorId: number,
  { name, event }: Payload,
  position: number,
  total: number,
): TicketEvent {
  const id = randomUUID();
  return {
    type: `zen:event-type:ticket.${name}`,
    account_id: state.accountId,
    id,
    time: now().toISOString().replace('Z', '000000Z'),
    zendesk_event_version: '2022-11-06',
    subject: `zen:ticket:${ticket.id}`,
    detail: detailOf(ticket, actorId),
    event: { ...event, meta: { sequence: { id, position, total } } },
  };
}

function detailOf(ticket: Ticket, actorId: number): Record<string, unknown> {
  return {
    actor_id: String(actorId),
    assignee_id: idText(ticket.assignee_id),
    brand_id: String(BRAND_ID),
    created_at: ticket.created_at,
    custom_status: null,
    description: ticket.comments[0]?.text ?? '',
    external_id: ticket.external_id,
    form_id: String(FORM_ID),
    group_id: idText(ticket.group_id),
    id: String(ticket.id),
    is_public: ticket.comments.some((comment) => comment.public),
    organization_id: idText(ticket.organization_id),
    priority: shout(ticket.priority),
    requester_id: String(ticket.requester_id),
    status: shout(ticket.status),
    subject: ticket.subject,
    submitter_id: String(ticket.submitter_id),
    tags: [...ticket.tags],
    type: shout(ticket.type),
    updated_at: ticket.updated_at,
    via: { channel: ticket.channel },
  };
}

const idText = (value: unknown) => (value === null || value === undefined ? null : String(value));
const shout = (value: unknown) => idText(value)?.toUpperCase() ?? null;
