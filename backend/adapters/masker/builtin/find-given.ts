import type { Kind } from '../../../contract/masking.ts';
import type { MaskHints } from '../../../ports/masker.ts';
import { normalise } from './normalise.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

const SHORTEST = 2;
/** Each costs a walk through the text. */
const MOST = 1000;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Values that we were told, letter by letter but in any case: the people's e-mail addresses, what a second detector found. */
export function findGiven(reading: Reading, { people, found = [] }: MaskHints): Span[] {
  const emails = people.map(({ email }) => ({ kind: 'EMAIL' as const, value: email ?? '' }));
  const wanted = new Map<string, Kind>();
  for (const { kind, value } of [...emails, ...found]) wanted.set(normalise(value).trim().toLowerCase(), kind);
  return [...wanted]
    .slice(0, MOST)
    .flatMap(([value, kind]) => (value.length < SHORTEST ? [] : findWhole(reading, value, kind)));
}

function findWhole({ lower }: Reading, value: string, kind: Kind): Span[] {
  const spans: Span[] = [];
  for (let at = lower.indexOf(value); at >= 0; at = lower.indexOf(value, at + value.length)) {
    const end = at + value.length;
    const isWhole = !isInside(lower[at - 1], lower[at]) && !isInside(lower[end - 1], lower[end]);
    if (isWhole) spans.push({ kind, start: at, end });
  }
  return spans;
}

/** Whether a word goes on from one character to the next. */
const isInside = (left = '', right = ''): boolean =>
  WORD.test(left) && WORD.test(right) && !UNSPACED.test(left) && !UNSPACED.test(right);
