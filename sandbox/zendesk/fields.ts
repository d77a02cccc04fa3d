import { FIRST_ID } from './directory.ts';
import type { FieldShape, FieldValue, State, Ticket, TicketField } from './state.ts';

type Fields = Pick<State, 'fields'>;
type Plain = Exclude<FieldShape, { type: 'tagger' }> | { type: 'tagger'; values: [name: string, value: string][] };

function tagger(prefix: string, names: string[]): Plain {
  return { type: 'tagger', values: names.map((name) => [name, `ait_${prefix}_${name}`]) };
}

const SHAPES: [identifier: string, title: string, shape: Plain][] = [
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

/** The custom ticket fields of an account that has the app already, by requirement identifier. */
export const FIELDS: readonly TicketField[] = SHAPES.map(([identifier, title, shape], index) => {
  const id = FIRST_ID + 200 + index;
  if (shape.type !== 'tagger') return { id, identifier, title, ...shape };
  const options = shape.values.map(([name, value], at) => ({ id: id * 10 + at, name, value }));
  return { id, identifier, title, type: shape.type, options };
});

export const emptyValue = ({ type }: TicketField): FieldValue => (type === 'checkbox' ? false : null);
export const emptyFields = ({ fields }: Fields): Record<number, FieldValue> =>
  Object.fromEntries(fields.map((field) => [field.id, emptyValue(field)]));

/** The value as Zendesk would keep it, or undefined when the field refuses it. Decimals come back as strings. */
export function readFieldValue(field: TicketField, value: unknown): FieldValue | undefined {
  if (field.type === 'checkbox') return value === true || value === 'true' || value === 1 || value === '1';
  if (value === null || value === '') return null;
  if (field.type === 'tagger') return field.options.find((option) => option.value === value)?.value;
  const text = String(value);
  if (field.type === 'text') return text;
  if (field.type === 'integer') return /^-?\d+$/.test(text) ? text : undefined;
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
export function setTags({ fields }: Fields, ticket: Ticket, tags: string[]): void {
  const added = new Set(tags.filter((tag) => !ticket.tags.includes(tag)));
  ticket.tags = tidy(tags);
  for (const field of fields) {
    const present = tagsOf(field).filter((tag) => ticket.tags.includes(tag));
    const chosen = present.find((tag) => added.has(tag)) ?? present[0] ?? null;
    if (field.type === 'checkbox' && field.tag !== '') ticket.fields[field.id] = chosen !== null;
    if (field.type === 'tagger') ticket.fields[field.id] = chosen;
    ticket.tags = ticket.tags.filter((tag) => tag === chosen || !present.includes(tag));
  }
}

export function tagsOf(field: TicketField): string[] {
  if (field.type === 'checkbox') return field.tag === '' ? [] : [field.tag];
  return field.type === 'tagger' ? field.options.map((option) => option.value) : [];
}

function tagFor(field: TicketField, value: FieldValue): string | null {
  if (field.type === 'checkbox') return value === true && field.tag !== '' ? field.tag : null;
  return field.type === 'tagger' && typeof value === 'string' ? value : null;
}

const tidy = (tags: string[]) => [...new Set(tags)].sort();
