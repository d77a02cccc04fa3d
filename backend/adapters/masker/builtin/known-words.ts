import type { Kind } from '../../../contract/masking.ts';
import type { Span } from './span.ts';

export const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
/** A letter of another script ends a word: `Acmeの`. */
const WORD =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー])[\p{L}\p{N}\p{M}]){1,200}/gu;
const JOINT = /^[ \t.'’&,-]{0,3}$/;
export const MOST_WORDS = 6;

export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];
export const fold = (word: string): string =>
  /^[A-Za-z\d]{1,200}$/.test(word) ? word.toLowerCase() : word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export type Word = { fold: string; start: number; end: number };

export const readWords = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    fold: fold(word),
    start: index,
    end: index + word.length,
  }));

type Text = { text: string; words(): readonly Word[] };

type Known = {
  /** Folded words joined by spaces → as it is written. */
  names: ReadonlyMap<string, string>;
  /** Whether a single word of the text, as it is written there, is the name. */
  countsAlone(written: string, name: string): boolean;
};

/** Known names wherever they stand as words, in any case and without accents, the longest first. */
export function findKnownWords(kind: Kind, { text, words }: Text, known: Known): Span[] {
  if (known.names.size === 0) return [];
  const starts = new Set([...known.names.keys()].map((key) => key.split(' ')[0] ?? ''));
  const all = words();
  const spans: Span[] = [];
  for (let index = 0; index < all.length; index++) {
    const first = all[index];
    const length = starts.has(first?.fold ?? '') ? longestName(text, all, index, known) : 0;
    const last = all[index + length - 1];
    if (length === 0 || !first || !last) continue;
    spans.push({ kind, start: first.start, end: last.end });
    index += length - 1;
  }
  return spans;
}

/** How many words from `index` on are a known name, 0 when none. */
function longestName(text: string, words: readonly Word[], index: number, { names, countsAlone }: Known): number {
  let key = '';
  let longest = 0;
  for (let count = 1; count <= MOST_WORDS; count++) {
    const word = words[index + count - 1];
    const previous = words[index + count - 2];
    if (!word || (previous && count > 1 && !JOINT.test(text.slice(previous.end, word.start)))) break;
    key = count === 1 ? word.fold : `${key} ${word.fold}`;
    const name = names.get(key);
    if (name !== undefined && (count > 1 || countsAlone(text.slice(word.start, word.end), name))) longest = count;
  }
  return longest;
}

export function findSubstrings(kind: Kind, text: string, values: Iterable<string>): Span[] {
  const spans: Span[] = [];
  for (const value of values) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      spans.push({ kind, start: at, end: at + value.length });
    }
  }
  return spans;
}
