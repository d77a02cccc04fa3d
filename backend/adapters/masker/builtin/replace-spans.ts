import type { Kind } from '../../../contract/masking.ts';
import type { MaskedText } from '../../../ports/engine.ts';
import type { Vault } from '../../../ports/masker.ts';
import type { Span } from './span.ts';

/** Kinds that are one value however they are written: separators and case make no difference. */
const LOOSE: ReadonlySet<string> = new Set<Kind>([
  'CARD',
  'IBAN',
  'BANK',
  'SSN',
  'ID',
  'PASSPORT',
  'MAC',
  'PHONE',
  'EMAIL',
]);

/** Puts numbered placeholders where the spans are; a value that the vault knows keeps its own. */
export function replaceSpans(text: string, spans: Span[], known: Vault): { text: MaskedText; vault: Vault } {
  const vault: Vault = { ...known };
  const placeholders = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const [placeholder, value] of Object.entries(vault)) {
    const kind = placeholder.slice(1, placeholder.lastIndexOf('_'));
    const key = keyOf(kind, value);
    if (!placeholders.has(key)) placeholders.set(key, placeholder);
    counts.set(kind, Math.max(counts.get(kind) ?? 0, Number(/\d{1,6}/.exec(placeholder)?.[0] ?? 0)));
  }
  let masked = '';
  let done = 0;
  for (const { kind, start, end } of spans) {
    const value = text.slice(start, end);
    const key = keyOf(kind, value);
    let placeholder = placeholders.get(key);
    if (placeholder === undefined) {
      const number = (counts.get(kind) ?? 0) + 1;
      placeholder = `[${kind}_${number}]`;
      counts.set(kind, number);
      placeholders.set(key, placeholder);
      vault[placeholder] = value;
    }
    masked += text.slice(done, start) + placeholder;
    done = end;
  }
  return { text: (masked + text.slice(done)) as MaskedText, vault };
}

const keyOf = (kind: string, value: string): string => `${kind} ${LOOSE.has(kind) ? looseForm(kind, value) : value}`;

const looseForm = (kind: string, value: string): string =>
  kind === 'EMAIL' ? value.toLowerCase() : value.toUpperCase().replace(/[\s()./\u2010-\u2015:-]/g, '');
