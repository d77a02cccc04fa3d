import type { OpenTicket } from './open-ticket.ts';
import type { FieldValue, TicketField } from './rest-shapes.ts';
import { customKey } from './ticket-form.ts';
import { noSuchApi, ZafError } from './zaf-error.ts';
import { customFieldKey } from './zaf-properties.ts';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const STATUSES = ['open', 'pending', 'hold', 'solved'];
const TYPES = ['question', 'incident', 'problem', 'task'];
const COMMENT_TYPES = ['publicReply', 'internalNote'];

type Setter = (ticket: OpenTicket, value: unknown) => void;

const SETTERS: Record<string, Setter> = {
  'ticket.priority': (ticket, value) => ticket.change((form) => form.setValue('priority', orNone(value, PRIORITIES))),
  'ticket.type': (ticket, value) => ticket.change((form) => form.setValue('type', orNone(value, TYPES))),
  'ticket.status': (ticket, value) => ticket.change((form) => form.setValue('status', oneOf(value, STATUSES))),
  'ticket.tags': (ticket, value) => ticket.change((form) => form.setValue('tags', readTags(value))),
  'ticket.assignee': setAssignee,
  'ticket.comment.text': (ticket, value) => ticket.change((form) => form.setReply({ text: readText(value) })),
  'ticket.comment.type': (ticket, value) =>
    ticket.change((form) => form.setReply({ public: oneOf(value, COMMENT_TYPES) === 'publicReply' })),
};

/** Changes the open form as a draft; nothing is saved. */
export function setProperty(path: string, value: unknown, ticket: OpenTicket): void {
  const [, name] = /^ticket\.customField:(.+)$/s.exec(path) ?? [];
  const setter = Object.hasOwn(SETTERS, path) ? SETTERS[path] : undefined;
  if (name !== undefined) setCustomField(ticket, name, value);
  else if (setter !== undefined) setter(ticket, value);
  else throw noSuchApi();
}

/** Tags as Zendesk takes them: apart at spaces and commas, in lower case. */
export function readTags(value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string')) throw invalid(value);
  return [...new Set(value.flatMap((tag) => tag.toLowerCase().split(/[\s,]+/)).filter(Boolean))].sort();
}

export function readText(value: unknown): string {
  if (typeof value !== 'string') throw invalid(value);
  return value;
}

function setAssignee(ticket: OpenTicket, value: unknown): void {
  const { groupId, userId } = (value ?? {}) as { groupId?: unknown; userId?: unknown };
  const group = ticket.account.groups.find(({ id }) => String(id) === String(groupId));
  if (group === undefined && groupId !== null) throw invalid(value);
  const user = userId === undefined || userId === null ? null : Number(userId);
  if (user !== null && !Number.isSafeInteger(user)) throw invalid(value);
  ticket.change((form) => {
    form.setValue('group_id', group?.id ?? null);
    form.setValue('assignee_id', user);
  });
}

function setCustomField(ticket: OpenTicket, name: string, value: unknown): void {
  const key = customFieldKey(name, ticket);
  const field = ticket.account.fields.find(({ id }) => customKey(id) === key);
  ticket.change((form) => form.setValue(key, readFieldValue(field as TicketField, value)));
}

function readFieldValue(field: TicketField, value: unknown): FieldValue {
  if (field.type === 'checkbox') {
    if (value === null || value === false || value === 'no') return false;
    if (value === true || value === 'yes') return true;
    throw invalid(value);
  }
  if (value === null || value === '') return null;
  if (field.type === 'tagger')
    return oneOf(
      value,
      (field.custom_field_options ?? []).map((option) => option.value),
    );
  const text = typeof value === 'number' ? String(value) : readText(value);
  if (field.type === 'decimal' && !/^-?\d+(\.\d+)?$/.test(text)) throw invalid(value);
  if (field.type === 'integer' && !/^-?\d+$/.test(text)) throw invalid(value);
  return text;
}

function orNone(value: unknown, options: readonly string[]): string | null {
  return value === null || value === '' || value === '-' ? null : oneOf(value, options);
}

function oneOf(value: unknown, options: readonly string[]): string {
  if (typeof value !== 'string' || !options.includes(value)) throw invalid(value);
  return value;
}

const invalid = (value: unknown) => new ZafError(`Invalid value ${JSON.stringify(value)}`);
