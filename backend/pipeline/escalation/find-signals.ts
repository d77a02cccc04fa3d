import { type CompiledBook, compileBook } from './compile.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { type Folded, fold } from './fold.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { RULES, type Rule } from './phrase-book.ts';
import { pt } from './pt.ts';

export type Signal = { rule: Rule; phrase: string };

const BOOKS: CompiledBook[] = [en, es, fr, de, pt, ja].map(compileBook);
/** Rules that a mere question does not trip; asking for a manager is a question too. */
const ASKABLE: ReadonlySet<Rule> = new Set(['cancel_threat', 'legal', 'public', 'regulator', 'chargeback']);
const MAX_PHRASE = 120;
const REACH = 160;

/** Explicit escalation signals, at most one a rule, in the rules' order; `phrase` is the customer's own wording. */
export function findSignals(uncut: string): Signal[] {
  const folded = fold(uncut);
  return RULES.flatMap((rule) => {
    for (const book of BOOKS) {
      const phrase = findPhrase(book, rule, folded, uncut);
      if (phrase !== null) return [{ rule, phrase }];
    }
    return [];
  });
}

function findPhrase(book: CompiledBook, rule: Rule, folded: Folded, original: string): string | null {
  for (const phrase of book.phrases) {
    if (phrase.rule !== rule) continue;
    for (const match of folded.text.matchAll(phrase.pattern)) {
      const end = match.index + match[0].length;
      const taken = isTakenBack(book, folded.text, match.index, end, phrase.negates);
      if (taken || (ASKABLE.has(rule) && isInquiry(book, folded.text, match.index, end))) continue;
      const wording = original.slice(folded.origins[match.index], folded.origins[end]);
      if (rule === 'cancel_threat' && book.guards.cancelled?.test(wording.normalize('NFC').toLowerCase())) continue;
      return wording.slice(0, MAX_PHRASE).toWellFormed().trim();
    }
  }
  return null;
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

/** Whether the sentence around a match is a question that begins as questions for information do. */
function isInquiry(book: CompiledBook, text: string, start: number, end: number): boolean {
  const after = /[.!?。！？\n]/.exec(text.slice(end, end + REACH));
  if (after?.[0] !== '?') return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const begin = Math.max(...['. ', '!', '?', '\n', '。'].map((stop) => before.lastIndexOf(stop))) + 1;
  const sentence = before.slice(begin) + text.slice(start, end + after.index + 1);
  return book.guards.inquiry.test(spaced(sentence).trim());
}
