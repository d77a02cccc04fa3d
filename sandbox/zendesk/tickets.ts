import type { Account } from './account.ts';
import { htmlFromText, textFromHtml } from './comment-text.ts';
import { type Difference, eventOfCreation, eventsOfChange } from './events.ts';
import { emptyFields, setField, setTags } from './fields.ts';
import { noteStatus } from './metrics.ts';
import {
  type Attachment,
  type Audit,
  type AuditEvent,
  type Comment,
  nextId,
  type State,
  stamp,
  type Ticket,
  type User,
} from './state.ts';
import type { TicketChange } from './ticket-change.ts';
import { runTriggers } from './trigger-run.ts';

export type Written = { text?: string; html?: string; public: boolean; authorId: number; attachments?: Attachment[] };
export type NewTicket = {
  requester: User;
  submitter: User;
  channel: string;
  change: TicketChange;
  description: Written;
};

const SCALARS = ['subject', 'status', 'priority', 'type', 'group_id', 'assignee_id', 'external_id'] as const;

export function createTicket(
  account: Account,
  { requester, submitter, channel, change, description }: NewTicket,
): Ticket {
  const at = stamp(account.now());
  const ticket = blankTicket(account.state, requester, channel, at);
  ticket.submitter_id = submitter.id;
  applyChange(ticket, change, submitter, account.state);
  const events = Object.entries(snapshot(ticket))
    .filter(([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => created(account.state, field, value));
  const audit = record(account.state, ticket, { authorId: submitter.id, channel, at, events });
  const comment = addComment(account.state, ticket, description, audit);
  account.touched();
  account.publish([eventOfCreation(account, ticket, submitter.id)]);
  runTriggers(account, { ticket, kind: 'Create', actor: submitter, comment });
  return ticket;
}

/** Applies a change as one audit; a change that changes nothing leaves no trace and gives null. */
export function updateTicket(
  account: Account,
  ticket: Ticket,
  change: TicketChange,
  actor: User,
  channel: string,
): Audit | null {
  const before = snapshot(ticket);
  applyChange(ticket, change, actor, account.state);
  const differences = differencesOf(before, snapshot(ticket));
  if (differences.length === 0 && change.comment === null) return null;
  const at = stamp(account.now());
  noteStatus(ticket, String(before.status), at);
  const events = differences.map(({ field, before, after }) => changed(account.state, field, before, after));
  const audit = record(account.state, ticket, { authorId: actor.id, channel, at, events });
  const comment = change.comment === null ? null : addComment(account.state, ticket, change.comment, audit);
  ticket.updated_at = at;
  account.touched();
  account.publish(eventsOfChange(account, ticket, { actor, differences, comment }));
  runTriggers(account, { ticket, kind: 'Change', actor, comment });
  return audit;
}

export function blankTicket(state: State, requester: User, channel: string, at: string, id?: number): Ticket {
  if (id === undefined) state.lastTicketId += 1;
  const ticket: Ticket = {
    id: id ?? state.lastTicketId,
    subject: '',
    status: 'new',
    priority: null,
    type: null,
    external_id: null,
    channel,
    requester_id: requester.id,
    submitter_id: requester.id,
    assignee_id: null,
    group_id: null,
    organization_id: requester.organization_id,
    tags: [],
    fields: emptyFields(state),
    rating: null,
    comments: [],
    audits: [],
    created_at: at,
    updated_at: at,
  };
  state.tickets.set(ticket.id, ticket);
  return ticket;
}

export function record(
  state: State,
  ticket: Ticket,
  { authorId, channel, at, events = [] }: { authorId: number; channel: string; at: string; events?: AuditEvent[] },
): Audit {
  const audit = { id: nextId(state), author_id: authorId, channel, created_at: at, events };
  ticket.audits.push(audit);
  return audit;
}

export function addComment(state: State, ticket: Ticket, written: Written, audit: Audit): Comment {
  const comment = {
    id: nextId(state),
    audit_id: audit.id,
    author_id: written.authorId,
    public: written.public,
    text: written.text ?? textFromHtml(written.html ?? ''),
    html: written.html ?? htmlFromText(written.text ?? ''),
    channel: audit.channel,
    created_at: audit.created_at,
    attachments: written.attachments ?? [],
  };
  audit.events.push({ id: nextId(state), type: 'Comment', comment_id: comment.id });
  ticket.comments.push(comment);
  return comment;
}

/** Tags first, then fields: a tag set without an option's tag clears its field, a field in the same request sets it again. */
function applyChange(ticket: Ticket, change: TicketChange, actor: User, state: State): void {
  const { tags, fields, comment, ...scalars } = change;
  Object.assign(ticket, scalars);
  if (tags !== undefined) setTags(state, ticket, tags);
  for (const [field, value] of fields) setField(ticket, field, value);
  const author = state.users.find((user) => user.id === comment?.authorId);
  if (author?.role === 'end-user' && ['pending', 'hold', 'solved'].includes(ticket.status)) ticket.status = 'open';
  if (ticket.status === 'solved' && actor.role !== 'end-user') ticket.assignee_id ??= actor.id;
  const assignee = state.users.find((user) => user.id === ticket.assignee_id);
  if (assignee && ticket.group_id !== null && !assignee.group_ids.includes(ticket.group_id)) ticket.assignee_id = null;
  if (ticket.status === 'new' && ticket.assignee_id !== null) ticket.status = 'open';
}

function snapshot(ticket: Ticket): Record<string, unknown> {
  const scalars = SCALARS.map((field) => [field, ticket[field]]);
  return { ...Object.fromEntries(scalars), ...ticket.fields, tags: ticket.tags };
}

function differencesOf(before: Record<string, unknown>, after: Record<string, unknown>): Difference[] {
  return Object.keys(after)
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

const created = (state: State, field_name: string, value: unknown): AuditEvent => ({
  id: nextId(state),
  type: 'Create',
  field_name,
  value,
});
const changed = (state: State, field_name: string, previous_value: unknown, value: unknown): AuditEvent => ({
  id: nextId(state),
  type: 'Change',
  field_name,
  value,
  previous_value,
});
