import { type CompiledBook, compileBook, type Guards } from './compile.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { countEveryday, isForeign, languagesOf, type SpacedLanguage } from './everyday.ts';
import { type Folded, fold } from './fold.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { type Joined, joinWords } from './join-words.ts';
import { NONE, type OwnPhrases } from './own-phrases.ts';
import { RULES, type Rule } from './phrase-book.ts';
import { pt } from './pt.ts';

export type Signal = { rule: Rule; phrase: string };

type Book = CompiledBook & { language: SpacedLanguage | null };
const BOOKS: Book[] = [
  ...Object.entries({ en, es, fr, de, pt }).map(([language, book]) => ({
    ...compileBook(book),
    language: language as SpacedLanguage,
  })),
  { ...compileBook(ja), language: null },
];
/** Rules that a mere question does not trip; asking for a manager is a question too. */
const ASKABLE: ReadonlySet<Rule> = new Set(['cancel_threat', 'legal', 'public', 'regulator', 'chargeback']);
const MAX_PHRASE = 120;
const REACH = 160;
const KANA = /[\u3040-\u30ff\u4e00-\u9fff]/u;

/** How many phrases ship for a rule, by language. */
export const countShipped = (rule: Rule): Record<string, number> =>
  Object.fromEntries(
    BOOKS.map(({ language, phrases }) => [language ?? 'ja', phrases.filter((one) => one.rule === rule).length]),
  );

/** Explicit escalation signals, at most one a rule, in the rules' order; `phrase` is the customer's own wording. */
export function findSignals(uncut: string, account: OwnPhrases = NONE): Signal[] {
  const folded = fold(uncut);
  const searched = { folded, joined: joinWords(folded.text), excepted: findExceptions(account, folded.text) };
  const languages = languagesOf(folded.text);
  const books = BOOKS.filter(({ language }) => (language === null ? KANA.test(folded.text) : languages.has(language)));
  return RULES.flatMap((rule) => {
    for (const book of books) {
      const phrase = findPhrase(book, rule, searched, uncut);
      if (phrase !== null) return [{ rule, phrase }];
    }
    const phrase = findOwnPhrase(account, rule, searched, uncut);
    return phrase === null ? [] : [{ rule, phrase }];
  });
}

/** Long enough for the patterns to become machine code at once, in both widths that strings have. */
const FILLING = ['once there was '.repeat(100), `${'once there was '.repeat(100)}…`];

/** Has every pattern compiled: the first texts would wait the better part of a second for it. */
export function compileSignals(): void {
  for (const { phrases, guards } of BOOKS) {
    const { topics, ...others } = guards;
    const patterns = [...phrases.map(({ pattern }) => pattern), ...Object.values(topics), ...Object.values(others)];
    for (const pattern of patterns) for (const text of FILLING) if (pattern) text.search(pattern);
  }
}

type Exception = { rule: Rule | null; start: number; end: number };
type Searched = { folded: Folded; joined: Joined; excepted: Exception[] };

/** Where the account has said that there is no signal. */
function findExceptions({ exceptions }: OwnPhrases, text: string): Exception[] {
  return exceptions
    .filter(({ needle }) => text.includes(needle))
    .flatMap(({ rule, pattern }) =>
      [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ rule, start: index, end: index + words.length })),
    );
}

const isExcepted = (excepted: Exception[], rule: Rule, start: number, end: number): boolean =>
  excepted.some((one) => (one.rule === null || one.rule === rule) && one.start <= start && end <= one.end);

const wordingOf = ({ origins }: Folded, original: string, start: number, end: number): string =>
  original.slice(origins[start], origins[end]).slice(0, MAX_PHRASE).toWellFormed().trim();

/** The account's own words: what negates, asks or quotes them takes them back, and no topic does. */
function findOwnPhrase(account: OwnPhrases, rule: Rule, searched: Searched, original: string): string | null {
  const { folded, excepted } = searched;
  const { text } = folded;
  for (const { pattern, needle, language, words, ...phrase } of account.phrases) {
    if (phrase.rule !== rule || !text.includes(needle)) continue;
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const sentence = sentenceAround(text, match.index, end);
      const spoken = BOOKS.filter((book) => !isStrange(book, sentence));
      if (language && !spoken.some((book) => (book.language ?? 'ja') === language)) continue;
      if (isExcepted(excepted, rule, match.index, end) || isQuoted(text, match.index, end)) continue;
      const isMeant = (book: Book): boolean =>
        !isTakenBack(book, text, match.index, end, book.guards.inside?.test(words) === true) &&
        !isQuestion(book.guards, rule, sentence);
      if (spoken.every(isMeant)) return wordingOf(folded, original, match.index, end);
    }
  }
  return null;
}

/** Where a pattern matches in folded text; spaced languages are searched with one character between two words. */
function* matchesOf({ language }: Book, pattern: RegExp, { text }: Folded, joined: Joined) {
  if (language === null)
    for (const { 0: words, index } of text.matchAll(pattern)) yield { start: index, end: index + words.length };
  else
    for (const { 0: words, index } of joined.text.matchAll(pattern))
      yield { start: joined.places[index] ?? 0, end: (joined.places[index + words.length - 1] ?? 0) + 1 };
}

function findPhrase(book: Book, rule: Rule, { folded, joined, excepted }: Searched, original: string): string | null {
  for (const phrase of book.phrases) {
    if (phrase.rule !== rule) continue;
    for (const { start, end } of matchesOf(book, phrase.pattern, folded, joined)) {
      if (isExcepted(excepted, rule, start, end)) continue;
      const sentence = sentenceAround(folded.text, start, end);
      const isHarmless = (any: Book): boolean =>
        isTakenBack(any, folded.text, start, end, phrase.negates) || isAside(any, rule, sentence);
      if (isStrange(book, sentence) || asLikely(book, sentence).some(isHarmless)) continue;
      if (rule !== 'unacceptable' && isQuoted(folded.text, start, end)) continue;
      const wording = original.slice(folded.origins[start], folded.origins[end]);
      if (rule === 'cancel_threat' && book.guards.cancelled?.test(wording.normalize('NFC').toLowerCase())) continue;
      return wording.slice(0, MAX_PHRASE).toWellFormed().trim();
    }
  }
  return null;
}

const isStrange = ({ language }: Book, { words }: Sentence): boolean => language !== null && isForeign(language, words);

/** The book and those of languages that the sentence is in as likely: a loan word is guarded in all of them. */
function asLikely(book: Book, { words }: Sentence): Book[] {
  if (book.language === null) return [book];
  const counts = countEveryday(words);
  const countOf = ({ language }: Book): number => counts.get(language) ?? -1;
  return BOOKS.filter((other) => other === book || countOf(other) >= countOf(book));
}

/** Only what parts sentences and clauses is kept between words. */
const spaced = (text: string): string => text.replace(/[^\p{L}\p{N},;:.!?()\n]+/gu, ' ');

function isTakenBack(book: CompiledBook, text: string, start: number, end: number, negates: boolean): boolean {
  const { before, inside, after } = book.guards;
  const words = spaced(text.slice(Math.max(0, start - 60), start));
  if (!negates && before.test(words)) return true;
  if (!negates && inside?.test(text.slice(start, end))) return true;
  return after?.test(text.slice(end, end + 30)) === true;
}

type Sentence = { words: string; asks: boolean; next: string };

function sentenceAround(text: string, start: number, end: number): Sentence {
  const after = /[.!?。！？\n]/.exec(text.slice(end, end + REACH));
  const stop = end + (after?.index ?? REACH);
  const before = text.slice(Math.max(0, start - REACH), start);
  const begin = Math.max(...['. ', '!', '?', '\n', '。'].map((mark) => before.lastIndexOf(mark))) + 1;
  const words = spaced(before.slice(begin) + text.slice(start, stop + 1)).trim();
  return { words, asks: after?.[0] === '?', next: spaced(text.slice(stop + 1, stop + 40)).replace(/^[?!. ]{1,6}/, '') };
}

/** Whether a match only asks for information, or tells of others and of features. */
function isAside({ guards }: Book, rule: Rule, { words, asks, next }: Sentence): boolean {
  if (guards.aside?.test(words) || guards.topics[rule]?.test(words)) return true;
  return isQuestion(guards, rule, { words, asks, next });
}

const isQuestion = (guards: Guards, rule: Rule, { words, asks, next }: Sentence): boolean =>
  ASKABLE.has(rule) && asks && guards.inquiry.test(words) && !guards.earnest?.test(next);

const QUOTES = ['""', '“”', '„“', '«»', '「」', '『』'];

/** Whether a match stands between quotation marks of its own line, be they closed or straight. */
function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  return QUOTES.some(([opening = '', closing = '']) => {
    const closed = after.indexOf(closing);
    if (closed < 0 || after.slice(0, closed).includes('\n')) return false;
    if (opening === closing) return before.slice(before.lastIndexOf('\n') + 1).split(opening).length % 2 === 0;
    return before.lastIndexOf(opening) > Math.max(before.lastIndexOf(closing), before.lastIndexOf('\n'));
  });
}
