import type { Kind } from '../../../contract/masking.ts';
import type { Found } from '../../../ports/masker.ts';
import { fold, wordsOf } from './known-words.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** `lead`: how much stands before the first letter or digit. */
type Form = { kind: Kind; value: string; lead: number };

/** As many as a card number has digits. */
const MOST_GROUPS = 16;
const MOST_BETWEEN = 4;
const HEAD = 3;
/** A value that is shorter than this counts only as it is written, not with other separators. */
const SHORT = 7;
/** That differ in nothing but separators and case. */
const MOST_FORMS = 20;
const FIRST_WORD = /[\p{L}\p{N}\p{M}]/u;

/** Values that are more than a word of prose, found by their letters and digits; secrets letter by letter. */
export function findWritten({ text, words }: Reading, values: readonly Found[]): Span[] {
  const forms = byKey(values);
  if (forms.size === 0) return [];
  const heads = new Set([...forms.keys()].map((key) => key.slice(0, HEAD)));
  const lengths = new Set([...forms.keys()].map(({ length }) => length));
  const longest = Math.max(...lengths);
  const all = words();
  const spans: Span[] = [];
  for (const [index, { start }] of all.entries()) {
    let key = '';
    for (let at = index; at < index + MOST_GROUPS; at++) {
      const word = all[at];
      if (!word || (at > index && word.start - (all[at - 1]?.end ?? 0) > MOST_BETWEEN)) break;
      const isBegun = key.length >= HEAD;
      key += word.fold;
      if (key.length > longest || (!isBegun && key.length >= HEAD && !heads.has(key.slice(0, HEAD)))) break;
      if (!lengths.has(key.length)) continue;
      const span = forms
        .get(key)
        ?.map((form) => spanOf(text, form, start, word.end))
        .find((one) => one !== null);
      if (span) spans.push(span);
    }
  }
  return spans;
}

/** By letters and digits alone, the longest first. */
function byKey(values: readonly Found[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  for (const { kind, value } of values) {
    const key = wordsOf(value).map(fold).join('');
    if (key.length < HEAD) continue;
    const known = forms.get(key) ?? [];
    if (known.length === MOST_FORMS || known.some((one) => one.value === value)) continue;
    forms.set(key, [...known, { kind, value, lead: value.search(FIRST_WORD) }]);
  }
  for (const list of forms.values()) list.sort((a, b) => b.value.length - a.value.length);
  return forms;
}

function spanOf(text: string, { kind, value, lead }: Form, start: number, end: number): Span | null {
  const from = start - lead;
  const isSame = text.startsWith(value, from);
  if (kind === 'SECRET')
    return isSame && !isPartOfNumber(text, value, from) ? { kind, start: from, end: from + value.length } : null;
  const isEnough = end - start >= SHORT || text.slice(from, from + value.length).toLowerCase() === value.toLowerCase();
  return isEnough ? { kind, start, end } : null;
}

/** `2024` in `2024-01-15`. */
const isPartOfNumber = (text: string, value: string, start: number): boolean =>
  /^\d{1,8}$/.test(value) &&
  (/\d[.,:/-]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[.,:/-]\d/.test(text.slice(start + value.length, start + value.length + 2)));
