import type { Account } from './account.ts';
import { refused } from './errors.ts';
import { emptyValue, tagsOf } from './fields.ts';
import { isObject, type Json } from './json.ts';
import { type FieldOption, type FieldShape, nextId, type State, type TicketField } from './state.ts';

const TAG = /^[^\s,&<>"']+$/;
const PLAIN = ['decimal', 'integer', 'text'] as const;

/** Makes a ticket field as `POST /api/v2/ticket_fields` does, empty on every ticket; throws 422 for what Zendesk refuses. */
export function addField({ state, touched }: Account, body: Json, identifier?: string): TicketField {
  const title = readTitle(body.title);
  const shape = readShape(state, body);
  const id = nextId(state);
  const field: TicketField = { id, identifier: identifier ?? String(id), title, ...shape };
  state.fields.push(field);
  for (const ticket of state.tickets.values()) ticket.fields[id] = emptyValue(field);
  touched();
  return field;
}

/** A new title, or the whole new set of options: one that is not named any more goes, from tickets too. */
export function changeField({ state, touched }: Account, field: TicketField, body: Json): void {
  const title = body.title === undefined ? field.title : readTitle(body.title);
  if (body.custom_field_options !== undefined && field.type === 'tagger') {
    const before = field.options;
    field.options = readOptions(state, body.custom_field_options, field);
    const gone = before.filter(({ id }) => !field.options.some((option) => option.id === id));
    const renamed = new Map(before.map(({ id, value }) => [value, field.options.find((option) => option.id === id)]));
    for (const ticket of state.tickets.values()) {
      const value = ticket.fields[field.id];
      if (gone.some((option) => option.value === value)) ticket.fields[field.id] = null;
      else if (typeof value === 'string') ticket.fields[field.id] = renamed.get(value)?.value ?? value;
    }
  }
  field.title = title;
  touched();
}

/** Its values go with it; the tags that they left on tickets stay. */
export function removeField({ state, touched }: Account, id: number): void {
  state.fields = state.fields.filter((field) => field.id !== id);
  for (const ticket of state.tickets.values()) delete ticket.fields[id];
  touched();
}

function readTitle(title: unknown): string {
  if (typeof title !== 'string' || title.trim() === '') throw refused('title', 'Title: cannot be blank');
  return title;
}

function readShape(state: State, body: Json): FieldShape {
  const plain = PLAIN.find((type) => type === body.type);
  if (plain !== undefined) return { type: plain };
  if (body.type === 'tagger') return { type: 'tagger', options: readOptions(state, body.custom_field_options, null) };
  if (body.type !== 'checkbox') throw refused('type', `Type: the sandbox does not know ${String(body.type)}`);
  const tag = typeof body.tag === 'string' ? body.tag : '';
  if (tag !== '') refuseTaken(state, [tag], null);
  return { type: 'checkbox', tag };
}

/** Options keep their id by it or by their value. */
function readOptions(state: State, given: unknown, field: (TicketField & { type: 'tagger' }) | null): FieldOption[] {
  const list = Array.isArray(given) ? given.filter(isObject) : [];
  if (list.length === 0) throw refused('custom_field_options', 'Custom field options: cannot be blank');
  const known = field?.options ?? [];
  const pairs = list.map(({ id, name, value }) => ({
    id,
    name: String(name ?? ''),
    value: String(value ?? '').toLowerCase(),
  }));
  for (const { name, value } of pairs) {
    if (name.trim() === '') throw refused('custom_field_options', 'Name: cannot be blank');
    if (!TAG.test(value)) throw refused('custom_field_options', `Tag: ${value} is not valid`);
  }
  refuseTaken(
    state,
    pairs.map(({ value }) => value),
    field,
  );
  return pairs.map(({ id, name, value }) => {
    const kept = known.find((option) => option.id === id) ?? known.find((option) => option.value === value);
    return { id: kept?.id ?? nextId(state), name, value };
  });
}

/** A tag may stand for one option of one field only. */
function refuseTaken(state: State, tags: string[], own: TicketField | null): void {
  const others = state.fields.filter((field) => field !== own).flatMap(tagsOf);
  const taken = tags.find((tag, index) => others.includes(tag) || tags.indexOf(tag) !== index);
  if (taken !== undefined) throw refused('custom_field_options', `Tag: ${taken} is already used by another option`);
}
