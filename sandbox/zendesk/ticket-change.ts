import { canHaveTickets } from './agents.ts';
import { API_USER } from './directory.ts';
import { type Details, recordInvalid } from './errors.ts';
import { readFieldValue } from './fields.ts';
import { isObject, type Json } from './json.ts';
import type { FieldValue, State, Ticket, TicketField, User } from './state.ts';

type Scalars = Partial<
  Pick<Ticket, 'subject' | 'status' | 'priority' | 'type' | 'group_id' | 'assignee_id' | 'external_id'>
>;
/** A change that Zendesk accepts. */
export type TicketChange = Scalars & {
  tags?: string[];
  follower_ids?: number[];
  fields: [TicketField, FieldValue][];
  comment: { text?: string; html?: string; public: boolean; authorId: number } | null;
};

const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const PRIORITIES = ['urgent', 'high', 'normal', 'low'];
const TYPES = ['problem', 'incident', 'question', 'task'];

/** Reads the `ticket` object of a request; throws 422 for what Zendesk refuses and passes over what it ignores. */
export function readChange(body: Json, state: State, actor: User, current: Ticket | null): TicketChange {
  const details: Details = {};
  const refuse = (attribute: string, description: string) => {
    details[attribute] = [...(details[attribute] ?? []), { description }];
  };
  if (current?.status === 'closed') refuse('status', 'Status: closed prevents ticket update');
  const change: TicketChange = {
    fields: readFields(body, state, refuse),
    comment: readComment(body.comment, state, actor, refuse),
  };
  if (typeof body.subject === 'string') change.subject = body.subject;
  if (typeof body.external_id === 'string' || body.external_id === null) change.external_id = body.external_id;
  if (body.tags !== undefined) change.tags = readTags(body.tags);
  readChoices(body, change, current, refuse);
  readAssignment(body, change, { state, current }, refuse);
  readFollowers(body.followers, change, { state, current }, refuse);
  if (Object.keys(details).length > 0) throw recordInvalid(details);
  return change;
}

type Refuse = (attribute: string, description: string) => void;

function readChoices(body: Json, change: TicketChange, current: Ticket | null, refuse: Refuse): void {
  const { status, priority, type } = body;
  if (status !== undefined) {
    if (typeof status !== 'string' || !STATUSES.includes(status)) refuse('status', `Status: ${status} is not valid`);
    else if (status === 'new' && current !== null && current.status !== 'new')
      refuse('status', 'Status: new is no longer possible');
    else change.status = status;
  }
  if (priority !== undefined) {
    if (priority === null || priority === '') change.priority = null;
    else if (typeof priority === 'string' && PRIORITIES.includes(priority)) change.priority = priority;
    else refuse('priority', `Priority: ${priority} is not valid`);
  }
  if (type !== undefined) {
    if (type === null || type === '') change.type = null;
    else if (typeof type === 'string' && TYPES.includes(type)) change.type = type;
    else refuse('type', `Type: ${type} is not valid`);
  }
}

function readAssignment(
  body: Json,
  change: TicketChange,
  { state, current }: { state: State; current: Ticket | null },
  refuse: Refuse,
): void {
  if (body.group_id !== undefined) {
    const id = readId(body.group_id);
    if (id !== null && !state.groups.some((group) => group.id === id)) refuse('group', 'Group: is invalid');
    change.group_id = id;
  }
  if (body.assignee_id !== undefined) {
    const id = readId(body.assignee_id);
    const assignee = state.users.find((user) => user.id === id);
    if (id !== null && (assignee === undefined || !canHaveTickets(assignee)))
      refuse('assignee', 'Assignee: is invalid');
    const groupId = change.group_id === undefined ? current?.group_id : change.group_id;
    if (assignee && groupId && !assignee.group_ids.includes(groupId)) {
      refuse('assignee', 'Assignee: is not a member of the group');
    }
    change.assignee_id = id;
  }
}

/** Adds unless told otherwise; only those who work there can follow. */
function readFollowers(
  followers: unknown,
  change: TicketChange,
  { state, current }: { state: State; current: Ticket | null },
  refuse: Refuse,
): void {
  if (!Array.isArray(followers)) return;
  const ids = new Set(current?.follower_ids);
  for (const each of followers.filter(isObject)) {
    const user = state.users.find(({ id, email }) => id === Number(each.user_id) || email === each.user_email);
    if (!user || user.role === 'end-user') refuse('followers', 'Followers: is invalid');
    else if (each.action === 'delete') ids.delete(user.id);
    else ids.add(user.id);
  }
  change.follower_ids = [...ids];
}

function readFields(body: Json, { fields }: State, refuse: Refuse): TicketChange['fields'] {
  const list = body.custom_fields ?? body.fields;
  const pairs: [unknown, unknown][] = Array.isArray(list)
    ? list.filter(isObject).map((entry) => [entry.id, entry.value])
    : Object.entries(isObject(list) ? list : {});
  return pairs.flatMap(([id, raw]): TicketChange['fields'] => {
    const field = fields.find((known) => known.id === Number(id));
    if (field === undefined) return [];
    const value = readFieldValue(field, raw);
    if (value === undefined) refuse('base', `${field.title}: ${String(raw)} is not a valid value`);
    return [[field, value ?? null]];
  });
}

/** Without `public: false` a comment is public. */
function readComment(comment: unknown, state: State, actor: User, refuse: Refuse): TicketChange['comment'] {
  if (!isObject(comment)) return null;
  const html = typeof comment.html_body === 'string' ? comment.html_body : '';
  const text = typeof comment.body === 'string' ? comment.body : '';
  if (html.trim() === '' && text.trim() === '') return null;
  const authorId = comment.author_id === undefined ? actor.id : (readId(comment.author_id) ?? API_USER.id);
  if (!state.users.some((user) => user.id === authorId)) refuse('comment', 'Author: is invalid');
  const isPublic = comment.public !== false && comment.public !== 'false';
  return { ...(html.trim() === '' ? { text } : { html }), public: isPublic, authorId };
}

export function readTags(tags: unknown): string[] {
  const list = Array.isArray(tags) ? tags : typeof tags === 'string' ? [tags] : [];
  return list
    .filter((tag) => typeof tag === 'string')
    .flatMap((tag) => tag.toLowerCase().split(/[\s,]+/))
    .filter(Boolean);
}

function readId(value: unknown): number | null {
  return value === null || value === '' ? null : Number(value);
}
