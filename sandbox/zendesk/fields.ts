import { FIRST_ID } from './directory.ts';
import type { FieldValue, Ticket } from './state.ts';

type Option = { name: string; value: string };
type Shape = { type: 'tagger'; options: Option[] } | { type: 'decimal' } | { type: 'checkbox'; tag: string };
export type TicketField = { id: number; identifier: string; title: string } & Shape;

function tagger(prefix: string, names: string[]): Shape {
  return { type: 'tagger', options: names.map((name) => ({ name, value: `ait_${prefix}_${name}` })) };
}

const SHAPES: [identifier: string, title: string, shape: Shape][] = [
  [
    'ai_triage_category',
    'Triage category',
    tagger('category', ['billing', 'technical', 'account', 'feature_request', 'general']),
  ],
  ['ai_triage_urgency', 'Triage urgency', tagger('urgency', ['p1', 'p2', 'p3', 'p4'])],
  ['ai_triage_sentiment', 'Triage sentiment', tagger('sentiment', ['angry', 'frustrated', 'neutral', 'positive'])],
  ['ai_triage_confidence', 'Triage confidence', { type: 'decimal' }],
  ['ai_triage_escalation', 'Triage escalation', { type: 'checkbox', tag: 'ait_escalated' }],
];

/** The custom ticket fields that installing the app makes, by requirement identifier. */
export const FIELDS: readonly TicketField[] = SHAPES.map(([identifier, title, shape], index) => ({
  id: FIRST_ID + 200 + index,
  identifier,
  title,
  ...shape,
}));

export const emptyFields = (): Record<number, FieldValue> =>
  Object.fromEntries(FIELDS.map((field) => [field.id, field.type === 'checkbox' ? false : null]));

/** The value as Zendesk would keep it, or undefined when the field refuses it. Decimals come back as strings. */
export function readFieldValue(field: TicketField, value: unknown): FieldValue | undefined {
  if (field.type === 'checkbox') return value === true || value === 'true' || value === 1 || value === '1';
  if (value === null || value === '') return null;
  if (field.type === 'tagger') return field.options.find((option) => option.value === value)?.value;
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined;
}

/** Sets a field; its old option's tag leaves the ticket and the new one's joins it. */
export function setField(ticket: Ticket, field: TicketField, value: FieldValue): void {
  const before = tagFor(field, ticket.fields[field.id] ?? null);
  const after = tagFor(field, value);
  ticket.fields[field.id] = value;
  ticket.tags = tidy([...ticket.tags.filter((tag) => tag !== before), ...(after === null ? [] : [after])]);
}

/** Replaces the tags; fields whose option's tag came or went follow. */
export function setTags(ticket: Ticket, tags: string[]): void {
  const added = new Set(tags.filter((tag) => !ticket.tags.includes(tag)));
  ticket.tags = tidy(tags);
  for (const field of FIELDS) {
    const present = tagsOf(field).filter((tag) => ticket.tags.includes(tag));
    const chosen = present.find((tag) => added.has(tag)) ?? present[0] ?? null;
    if (field.type === 'checkbox') ticket.fields[field.id] = chosen !== null;
    if (field.type === 'tagger') ticket.fields[field.id] = chosen;
    ticket.tags = ticket.tags.filter((tag) => tag === chosen || !present.includes(tag));
  }
}

function tagsOf(field: TicketField): string[] {
  if (field.type === 'checkbox') return [field.tag];
  return field.type === 'tagger' ? field.options.map((option) => option.value) : [];
}

function tagFor(field: TicketField, value: FieldValue): string | null {
  if (field.type === 'checkbox') return value === true ? field.tag : null;
  return field.type === 'tagger' && typeof value === 'string' ? value : null;
}

const tidy = (tags: string[]) => [...new Set(tags)].sort();
