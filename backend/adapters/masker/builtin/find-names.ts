import type { Person } from '../../../ports/ticket.ts';
import { normalise } from './normalise.ts';
import type { Span } from './span.ts';

const WORD = /[\p{L}\p{N}\p{M}]{1,200}/gu;
const MAX_WORDS = 6;
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Parts of names that are no name at all. */
const NEVER = new Set(
  'support team service customer help helpdesk desk admin info sales billing system user agent client account office the and von van der den del los las dos das los test name unknown mrs miss dr prof inc ltd gmbh llc corp company group'.split(
    ' ',
  ),
);
/** Names that are words too: they count only as a name is written. */
const ALSO_WORDS = new Set(
  'bill will mark may sue rich hope grace faith joy pat rob chase grant drew art dean page price long short young white black brown green king cash love best case frank miles pierce wade june april august summer rose dawn ray jack nick pierre blanc noir belle rey cruz flores paz luz sol klein gross lang kurz koch richter schneider weber'.split(
    ' ',
  ),
);

const fold = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

type Known = { words: Map<string, string>; starts: Set<string>; substrings: string[] };

/** The names that the helpdesk told us, whole and in parts, wherever they stand as words. */
export function findNames(text: string, people: readonly Person[]): Span[] {
  const known = knownNames(people);
  return [...findWords(text, known), ...findSubstrings(text, known.substrings)];
}

function knownNames(people: readonly Person[]): Known {
  const words = new Map<string, string>();
  const substrings = new Set<string>();
  for (const person of people) {
    const name = normalise(person.name ?? '')
      .slice(0, 200)
      .trim();
    const parts = name.match(WORD) ?? [];
    if (NO_SPACES.test(name))
      for (const part of [name, ...name.split(/[\s・]+/)]) if (part.length >= 2) substrings.add(part);
    if (parts.length > 1 && parts.length <= MAX_WORDS) words.set(parts.map(fold).join(' '), name);
    for (const part of parts) if ([...part].length >= 3 && !NO_SPACES.test(part)) words.set(fold(part), part);
  }
  for (const word of NEVER) words.delete(word);
  const starts = new Set([...words.keys()].map((key) => key.split(' ')[0] ?? ''));
  return { words, starts, substrings: [...substrings] };
}

function findWords(text: string, known: Known): Span[] {
  if (known.words.size === 0) return [];
  const words = [...text.matchAll(WORD)].map((match) => ({
    fold: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans: Span[] = [];
  for (let index = 0; index < words.length; index++) {
    const first = words[index];
    const length = known.starts.has(first?.fold ?? '') ? longestName(text, words, index, known.words) : 0;
    const last = words[index + length - 1];
    if (length === 0 || !first || !last) continue;
    spans.push({ kind: 'NAME', start: first.start, end: last.end });
    index += length - 1;
  }
  return spans;
}

type Word = { fold: string; start: number; end: number };

/** How many words from `index` on are a known name, 0 when none. */
function longestName(text: string, words: Word[], index: number, known: Map<string, string>): number {
  let key = '';
  let longest = 0;
  for (let count = 1; count <= MAX_WORDS; count++) {
    const word = words[index + count - 1];
    const previous = words[index + count - 2];
    if (!word || (previous && count > 1 && !/^[ \t.'’,-]{0,3}$/.test(text.slice(previous.end, word.start)))) break;
    key = count === 1 ? word.fold : `${key} ${word.fold}`;
    const name = known.get(key);
    if (name !== undefined && (count > 1 || !ALSO_WORDS.has(key) || text.slice(word.start, word.end) === name))
      longest = count;
  }
  return longest;
}

function findSubstrings(text: string, names: string[]): Span[] {
  const spans: Span[] = [];
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      spans.push({ kind: 'NAME', start: at, end: at + name.length });
    }
  }
  return spans;
}
