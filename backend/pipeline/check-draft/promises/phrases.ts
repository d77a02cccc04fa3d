/** A word of a clause and where it stands there. */
export type Word = { text: string; start: number; end: number };

const WORD = /(?:l|d|j|n|s|c|m|t|qu|lorsqu|jusqu|puisqu)'|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)?/gu;

/** Words as they are said: "don't" is one, "l'avoir" and "j'ai" are two. */
export const wordsOf = (plain: string): Word[] =>
  [...plain.matchAll(WORD)].map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));

/** One place of a phrase: a word, however it begins or ends, some words, or none of these. */
type Piece = {
  words: ReadonlySet<string>;
  prefixes: readonly string[];
  suffixes: readonly string[];
  optional: boolean;
  gap: boolean;
  not: boolean;
};
type Phrase = { pieces: readonly Piece[]; atStart: boolean };

/** Phrases by how they begin. */
export type Phrases = {
  byWord: ReadonlyMap<string, readonly Phrase[]>;
  byPrefix: ReadonlyMap<string, readonly Phrase[]>;
  bySuffix: readonly Phrase[];
  prefixLengths: readonly number[];
};

const GAP = 6;

function readPiece(piece: string): Piece {
  const optional = piece.endsWith('?');
  const not = piece.startsWith('!');
  const forms = piece.slice(not ? 1 : 0, optional ? -1 : undefined).split('/');
  return {
    words: new Set(forms.filter((form) => !form.includes('*'))),
    prefixes: forms.filter((form) => form.endsWith('*')).map((form) => form.slice(0, -1)),
    suffixes: forms.filter((form) => form.startsWith('*')).map((form) => form.slice(1)),
    optional,
    gap: piece === '~',
    not,
  };
}

const add = (map: Map<string, Phrase[]>, key: string, phrase: Phrase): void => {
  map.set(key, [...(map.get(key) ?? []), phrase]);
};

/**
 * Reads phrases parted by bars or lines. `a/b` either word, `refund*` however it ends, `*rons` however it begins, `the?`
 * or nothing, `~` up to six words, `!the` not before this word, `^` at the clause's beginning.
 */
export function readPhrases(...texts: readonly string[]): Phrases {
  const byWord = new Map<string, Phrase[]>();
  const byPrefix = new Map<string, Phrase[]>();
  const bySuffix: Phrase[] = [];
  for (const text of texts.flatMap((one) => one.split(/[|\n]/))) {
    const pieces = text.trim().split(/\s/).filter(Boolean);
    if (pieces.length === 0) continue;
    const atStart = pieces[0] === '^';
    const phrase = { atStart, pieces: (atStart ? pieces.slice(1) : pieces).map(readPiece) };
    const [first] = phrase.pieces;
    for (const word of first?.words ?? []) add(byWord, word, phrase);
    for (const prefix of first?.prefixes ?? []) add(byPrefix, prefix, phrase);
    if (first && first.suffixes.length > 0) bySuffix.push(phrase);
  }
  const prefixLengths = [...new Set([...byPrefix.keys()].map(({ length }) => length))].toSorted((a, b) => a - b);
  return { byWord, byPrefix, bySuffix, prefixLengths };
}

/** `#` is any number. */
const fits = ({ words, prefixes, suffixes }: Piece, word: string): boolean =>
  words.has(word) ||
  (words.has('#') && /^\d/.test(word)) ||
  prefixes.some((prefix) => word.startsWith(prefix)) ||
  suffixes.some((suffix) => word.length > suffix.length && word.endsWith(suffix));

/** Where the rest of a phrase ends; -1 when it does not go on here. */
function endOf(pieces: readonly Piece[], index: number, words: readonly Word[], at: number): number {
  const piece = pieces[index];
  if (!piece) return at;
  const word = words[at]?.text;
  if (piece.not) return word !== undefined && fits(piece, word) ? -1 : endOf(pieces, index + 1, words, at);
  if (piece.gap) {
    for (let skipped = 0; skipped <= GAP && at + skipped <= words.length; skipped++) {
      const end = endOf(pieces, index + 1, words, at + skipped);
      if (end >= 0) return end;
    }
    return -1;
  }
  const end = word !== undefined && fits(piece, word) ? endOf(pieces, index + 1, words, at + 1) : -1;
  return end < 0 && piece.optional ? endOf(pieces, index + 1, words, at) : end;
}

const NONE: readonly Phrase[] = [];

function candidates({ byWord, byPrefix, bySuffix, prefixLengths }: Phrases, word: string): readonly Phrase[] {
  let found = byWord.get(word) ?? NONE;
  for (const length of prefixLengths) {
    if (length > word.length) break;
    const begun = byPrefix.get(word.slice(0, length));
    if (begun) found = [...found, ...begun];
  }
  return bySuffix.length > 0 ? [...found, ...bySuffix] : found;
}

/** The words that the first phrase spans which stands among these; `end` is the one after it. */
export function findPhrase(words: readonly Word[], phrases: Phrases): { start: number; end: number } | null {
  for (let at = 0; at < words.length; at++) {
    for (const { pieces, atStart } of candidates(phrases, words[at]?.text ?? '')) {
      const end = atStart && at > 0 ? -1 : endOf(pieces, 0, words, at);
      if (end > at) return { start: at, end };
    }
  }
  return null;
}

export const hasPhrase = (words: readonly Word[], phrases: Phrases): boolean => findPhrase(words, phrases) !== null;

const startsOne = ({ byWord, byPrefix, bySuffix, prefixLengths }: Phrases, word: string): boolean =>
  byWord.has(word) ||
  bySuffix.some(({ pieces: [first] }) => first !== undefined && fits(first, word)) ||
  prefixLengths.some((length) => length <= word.length && byPrefix.has(word.slice(0, length)));

/** Whether any of the words begins one of the phrases: cheap, and mostly the answer is no. */
export const mayHavePhrase = (words: readonly Word[], phrases: Phrases): boolean =>
  words.some(({ text }) => startsOne(phrases, text));
