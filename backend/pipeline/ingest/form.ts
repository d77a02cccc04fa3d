import { type FieldKind, fieldAt } from './form-labels.ts';
import { isBlank, isOwn, type Line, setAside } from './line.ts';

type Field = { index: number; kind: FieldKind; value: string };

const MIN_FIELDS = 3;
/** A form stands at the top; a signature has the same labels and stands at the end. */
const FIRST_LINES = 4;
const LONGEST_VALUE = 120;

/**
 * Sets a web form's fields about the sender aside and leaves what the request is about, and the message without its label.
 * Chat lines look alike and are left to the transcript.
 */
export function readForm(lines: Line[], channel: string): Line[] {
  const fields = findFields(lines);
  if (/chat|messag|sms/i.test(channel) || !isForm(lines, fields, channel)) return lines;
  const result = lines.map((line) => ({ ...line }));
  const message = fields.find(({ kind }) => kind === 'message')?.index ?? lines.length;
  const tail = tailStart(lines, fields);
  for (const { index, kind, value } of fields) {
    if (kind === 'message' && index === message) openMessage(result, index, value);
    if (kind === 'contact' && (index < message || index >= tail))
      setAside(result, index, valueEnd(lines, index, value), 'form', false);
  }
  return result;
}

function findFields(lines: Line[]): Field[] {
  return lines.flatMap((line, index) => {
    const field = isOwn(line) ? fieldAt(line.text) : null;
    return field?.kind ? [{ index, kind: field.kind, value: field.value }] : [];
  });
}

/** People write their own or somebody's data as a form does: without a message field only a bare web form is one. */
function isForm(lines: Line[], fields: Field[], channel: string): boolean {
  const [first] = fields;
  if (!first || fields.length < MIN_FIELDS) return false;
  const contacts = fields.filter(({ kind }) => kind === 'contact').length;
  const above = lines.slice(0, first.index).filter((line) => !isBlank(line));
  const message = fields.some(({ kind }) => kind === 'message');
  const bare = contacts >= 2 && /web/i.test(channel) && above.length === 0;
  return contacts >= 1 && above.length < FIRST_LINES && (message || bare) && standTogether(lines, fields);
}

/** At least three fields with nothing but their values between them. */
function standTogether(lines: Line[], fields: Field[]): boolean {
  const next = fields.slice(1, MIN_FIELDS);
  return next.every(({ index }, at) => {
    const from = fields[at]?.index ?? 0;
    return lines.slice(from + 1, index).filter((line) => !isBlank(line)).length <= 1;
  });
}

function openMessage(lines: Line[], index: number, value: string): void {
  const line = lines[index];
  if (!line) return;
  if (value.trim() === '') setAside(lines, index, index + 1, 'form', false);
  else line.text = value;
}

/** Where the fields at the very end begin; a single one below the message may be the customer's own "Name: …". */
function tailStart(lines: Line[], fields: Field[]): number {
  const contacts = new Set(fields.filter(({ kind }) => kind === 'contact').map(({ index }) => index));
  let start = lines.length;
  let count = 0;
  for (let index = lines.length - 1; index >= 0 && (contacts.has(index) || isBlank(lines[index])); index--) {
    if (!contacts.has(index)) continue;
    start = index;
    count++;
  }
  return count >= 2 ? start : lines.length;
}

/** The line after a field; a short value may stand under its label. */
function valueEnd(lines: Line[], index: number, value: string): number {
  const below = lines[index + 1];
  if (value.trim() !== '' || isBlank(below) || !below || below.text.length > LONGEST_VALUE) return index + 1;
  return fieldAt(below.text)?.kind ? index + 1 : index + 2;
}
