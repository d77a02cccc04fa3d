import type { Kind } from '../../../contract/masking.ts';
import type { Found } from '../../../ports/masker.ts';
import { findWritten } from './find-written.ts';
import { findKnownWords, findSubstrings, fold, MOST_WORDS, NO_SPACES, wordsOf } from './known-words.ts';
import { countsAlone, isEveryday } from './name-words.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** What only its surroundings give away in one place, and nothing in the next. */
const WRITTEN: ReadonlySet<Kind> = new Set<Kind>([
  'SECRET',
  'BANK',
  'ID',
  'PASSPORT',
  'SSN',
  'CARD',
  'IBAN',
  'CRYPTO',
  'ADDRESS',
  'PHONE',
  'BIRTHDATE',
]);
const SHORTEST = 4;
/** Values in scripts without spaces: each costs a walk through the text. */
const MOST_SUBSTRINGS = 200;
const END_OF_SENTENCE = /[.,;:!?)\]}>'"]{1,3}$/;
const LETTERS = /^\p{L}{1,5}$/u;

/** Known values wherever they stand again, without a word that tells what they are. */
export function findRepeated(reading: Reading, values: readonly Found[]): Span[] {
  if (values.length === 0) return [];
  const telling = distinct(values.flatMap(withoutEnd)).filter(isTelling);
  const unspaced = telling.filter(({ value }) => NO_SPACES.test(value));
  const written = telling.filter(({ kind, value }) => WRITTEN.has(kind) && !NO_SPACES.test(value));
  return [
    ...findKnownWords('NAME', reading, { names: namesOf(values), countsAlone: isNameAlone }),
    ...findKnownWords('ORG', reading, { names: organisationsOf(values), countsAlone }),
    ...unspaced.slice(0, MOST_SUBSTRINGS).flatMap(({ kind, value }) => findSubstrings(kind, reading.text, [value])),
    ...findWritten(reading, written),
  ];
}

const distinct = (values: readonly Found[]): Found[] => [
  ...new Map(values.map((value) => [`${value.kind} ${value.value}`, value])).values(),
];

/** A secret that a sentence ends with may have taken its full stop. */
const withoutEnd = ({ kind, value }: Found): Found[] =>
  kind === 'SECRET' && END_OF_SENTENCE.test(value)
    ? [
        { kind, value },
        { kind, value: value.replace(END_OF_SENTENCE, '') },
      ]
    : [{ kind, value }];

/** Whether a value is long and odd enough to be itself wherever it stands. */
function isTelling({ kind, value }: Found): boolean {
  if (kind === 'NAME' || kind === 'ORG') return value.length >= 2 && !isEveryday(value);
  if (kind === 'PHONE') return value.replace(/\D/g, '').length >= 7;
  return WRITTEN.has(kind) && value.length >= SHORTEST && !(kind === 'SECRET' && LETTERS.test(value));
}

/** Whole names, and their parts that are written as names. */
function namesOf(values: readonly Found[]): Map<string, string> {
  const names = new Map<string, string>();
  const add = (key: string, name: string) => names.has(key) || names.set(key, name);
  for (const { kind, value } of values) {
    if (kind !== 'NAME') continue;
    const parts = wordsOf(value);
    if (parts.length > 1 && parts.length <= MOST_WORDS) add(parts.map(fold).join(' '), value);
    for (const part of parts) if ([...part].length >= 3 && isCapital(part) && !isEveryday(part)) add(fold(part), part);
  }
  return names;
}

function organisationsOf(values: readonly Found[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { kind, value } of values) {
    const parts = wordsOf(value);
    const isName = kind === 'ORG' && value.length >= SHORTEST && parts.length <= MOST_WORDS && !parts.every(isEveryday);
    if (isName) names.set(parts.map(fold).join(' '), value);
  }
  return names;
}

const isCapital = (word: string): boolean => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
const isNameAlone = (written: string, name: string): boolean => isCapital(written) && countsAlone(written, name);
