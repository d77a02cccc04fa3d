import { type PhraseBook, RULES, type Rule } from './phrase-book.ts';

/**
 * Letters and digits of folded text. As wide ranges and not as \p{L}\p{N}: those cost 700 ms of compiling over a
 * process's first tickets.
 */
export const LETTERS = 'a-z0-9\\u00c0-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff';
export const APART = `[^${LETTERS}.!?\\n]{1,6}`;
const WORD = `[${LETTERS}]{1,30}`;
export const GAP = `(?:${APART}${WORD}){0,4}${APART}`;
/** The same in joined text, where one character parts two words; without a blank of its own, which stands for it in a book. */
const BETWEEN = '[,\\x20]';
const LETTER = '[^\\t\\n\\x20,.!?]';
const JOINED_GAP = `(?:${BETWEEN}${LETTER}{1,30}){0,4}${BETWEEN}`;
const LONG_GAP = `(?:${BETWEEN}${LETTER}{1,30}){0,10}${BETWEEN}`;
const BREAK = '[,\\x20.!?]{1,6}';
export const UNSPACED_GAP = '[^。！？!?\\n]{0,15}';

export type Guards = {
  before: RegExp;
  inside: RegExp | null;
  after: RegExp | null;
  cancelled: RegExp | null;
  inquiry: RegExp;
  earnest: RegExp | null;
  aside: RegExp | null;
  topics: Partial<Record<Rule, RegExp | null>>;
};
export type CompiledBook = { phrases: { rule: Rule; pattern: RegExp; negates: boolean }[]; guards: Guards };

/** Every quantifier is bounded and every gap begins and ends at a separator, so matching stays linear in the text. */
export function compileBook(book: PhraseBook): CompiledBook {
  const phrases = RULES.flatMap((rule) =>
    book.phrases[rule].map((phrase) => ({
      rule,
      pattern: compilePhrase(phrase, book.spaced),
      negates: book.negationsInside !== undefined && new RegExp(book.negationsInside, 'u').test(phrase),
    })),
  );
  return { phrases, guards: compileGuards(book) };
}

function compilePhrase(phrase: string, spaced: boolean): RegExp {
  if (!spaced) return new RegExp(phrase.replaceAll('~', UNSPACED_GAP), 'gu');
  const gapped = phrase.replaceAll(' ~~ ', LONG_GAP).replaceAll(' ~ ', JOINED_GAP).replaceAll(' / ', BREAK);
  const source = gapped.replaceAll(' ', BETWEEN);
  return new RegExp(`(?<!${LETTER})(?:${source})(?!${LETTER})`, 'gu');
}

function compileGuards(book: PhraseBook): Guards {
  const spacer = book.spaced ? ' ' : '';
  return {
    before: new RegExp(`(?:^| )(?:${book.negations})(?:${spacer}(?:${book.fillers})){0,5}${spacer}$`, 'u'),
    inside: compileIfAny(book.negationsInside),
    after: compileIfAny(book.negationsAfter, '^'),
    cancelled: compileIfAny(book.cancelled, '^'),
    inquiry: new RegExp(book.spaced ? book.inquiries.replaceAll(' ~ ', GAP) : book.inquiries, 'u'),
    earnest: compileIfAny(book.earnest, '^'),
    aside: compileAside(book, book.asides),
    topics: Object.fromEntries(
      Object.entries(book.topics ?? {}).map(([rule, topic]) => [rule, compileAside(book, topic)]),
    ),
  };
}

const compileIfAny = (source: string | undefined, begin = ''): RegExp | null =>
  source === undefined ? null : new RegExp(`${begin}(?:${source})`, 'u');

function compileAside(book: PhraseBook, source: string | undefined): RegExp | null {
  if (source === undefined) return null;
  return new RegExp(
    book.spaced ? `(?<![${LETTERS}])(?:${source.replaceAll(' ~ ', GAP)})(?![${LETTERS}])` : source,
    'u',
  );
}
