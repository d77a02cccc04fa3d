import type { Kind } from '../../../ports/masker.ts';
import type { Span } from './span.ts';

const WORD = /[\p{L}\p{N}\p{M}]{1,200}/gu;
const JOINT = /^[ \t.'’&,-]{0,3}$/;
export const MOST_WORDS = 6;

export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];
export const fold = (word: string): string =>
  /^[A-Za-z\d]{1,200}$/.test(word) ? word.toLowerCase() : word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export type Known = {
  /** Folded words joined by spaces → as it is written. */
  names: Map<string, string>;
  /** Names that count only as they are written, because they are words too. */
  isAlsoWord(key: string): boolean;
};

type Word = { fold: string; start: number; end: number };

/** Known names wherever they stand as words, in any case and without accents, the longest first. */
export function findKnownWords(kind: Kind, text: string, known: Known): Span[] {
  if (known.names.size === 0) return [];
  const starts = new Set([...known.names.keys()].map((key) => key.split(' ')[0] ?? ''));
  const words = [...text.matchAll(WORD)].map((match) => ({
    fold: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans: Span[] = [];
  for (let index = 0; index < words.length; index++) {
    const first = words[index];
    const length = starts.has(first?.fold ?? '') ? longestName(text, words, index, known) : 0;
    const last = words[index + length - 1];
    if (length === 0 || !first || !last) continue;
    spans.push({ kind, start: first.start, end: last.end });
    index += length - 1;
  }
  return spans;
}

/** How many words from `index` on are a known name, 0 when none. */
function longestName(text: string, words: Word[], index: number, known: Known): number {
  let key = '';
  let longest = 0;
  for (let count = 1; count <= MOST_WORDS; count++) {
    const word = words[index + count - 1];
    const previous = words[index + count - 2];
    if (!word || (previous && count > 1 && !JOINT.test(text.slice(previous.end, word.start)))) break;
    key = count === 1 ? word.fold : `${key} ${word.fold}`;
    const name = known.names.get(key);
    if (name !== undefined && (count > 1 || !known.isAlsoWord(key) || text.slice(word.start, word.end) === name))
      longest = count;
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
