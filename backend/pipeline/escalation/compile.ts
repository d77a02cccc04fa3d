import { type PhraseBook, RULES, type Rule } from './phrase-book.ts';

/**
 * Letters and digits of folded text. As wide ranges and not as \p{L}\p{N}: those cost 700 ms of compiling over a
 * process's first tickets.
 */
const LETTERS = 'a-z0-9\\u00aa-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff';
const APART = `[^${LETTERS}.!?\\n]{1,6}`;
const WORD = `[${LETTERS}]{1,30}`;
const GAP = `(?:${APART}${WORD}){0,4}${APART}`;
const UNSPACED_GAP = '[^。！？!?\\n]{0,15}';

export type Guards = {
  before: RegExp;
  inside: RegExp | null;
  after: RegExp | null;
  cancelled: RegExp | null;
  inquiry: RegExp;
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
  const source = phrase.replaceAll(' ~ ', GAP).replaceAll(' ?', `(?:${APART})?`).replaceAll(' ', APART);
  return new RegExp(`(?<![${LETTERS}])(?:${source})(?![${LETTERS}])`, 'gu');
}

function compileGuards(book: PhraseBook): Guards {
  const spacer = book.spaced ? ' ' : '';
  return {
    before: new RegExp(`(?:^| )(?:${book.negations})(?:${spacer}(?:${book.fillers})){0,5}${spacer}$`, 'u'),
    inside: book.negationsInside === undefined ? null : new RegExp(book.negationsInside, 'u'),
    after: book.negationsAfter === undefined ? null : new RegExp(`^(?:${book.negationsAfter})`, 'u'),
    cancelled: book.cancelled === undefined ? null : new RegExp(`^(?:${book.cancelled})`, 'u'),
    inquiry: new RegExp(book.inquiries, 'u'),
  };
}
