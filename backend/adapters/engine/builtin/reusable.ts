import { isClosing, isPersonal } from './courtesies.ts';
import { splitSentences } from './sentences.ts';

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]{0,40}\]/;
/** Amounts, dates, clock times, order numbers: true in the ticket they come from. */
const PARTICULAR =
  /\p{Sc}|\d{4}|\d[:./-]\d|#\d|\p{Lu}{2}-?\d|\b(?:EUR|USD|GBP|JPY|CHF)\b|\d ?(?:[Ee]uros?|円|ユーロ|dollars?)/u;
const ITEM = /^(?:\d{1,2}[.)]|[-*•])\s+/;
const NUMBERED = /^\d/;
const ENDED = /[.!?。！？…]["'”»」）)]?$/u;
const LONGEST = 400;
const MOST = 6;
const READ = 8000;
/** Shorter than this, the sentences left of an answer ("No problem at all.") help nobody; kanji say more with less. */
const LEAST = 40;
const LEAST_WIDE = 15;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What another customer's answer, or an article, says that holds for everyone: steps if it has some, else sentences; at most six, none if that is too little. */
export function reusableLines(answer: string, kind: 'ticket' | 'article'): string[] {
  const lines = bodyOf(answer);
  const fits = (text: string): boolean =>
    text.length <= LONGEST &&
    !PLACEHOLDER.test(text) &&
    (kind === 'article' || !(PARTICULAR.test(text) || isPersonal(text)));
  return stepsOf(lines, fits) ?? sentencesOf(lines, fits);
}

/** A list, if more than half of it can be kept: numbered anew where it was numbered, else as the points that it was. */
function stepsOf(lines: string[], fits: (text: string) => boolean): string[] | null {
  const items = lines.filter((line) => ITEM.test(line));
  const kept = items.filter((item) => fits(item.replace(ITEM, ''))).slice(0, MOST);
  if (kept.length < 2 || kept.length * 2 <= items.length) return null;
  return kept.map((item, index) => (NUMBERED.test(item) ? `${index + 1}. ` : '- ') + item.replace(ITEM, ''));
}

function sentencesOf(lines: string[], fits: (text: string) => boolean): string[] {
  const sentences = lines.filter((line) => !ITEM.test(line)).flatMap((line) => splitSentences(line));
  const kept = sentences.filter((text) => ENDED.test(text) && fits(text)).slice(0, MOST);
  const text = kept.join('');
  return text.length >= (WIDE.test(text) ? LEAST_WIDE : LEAST) ? kept : [];
}

/** Up to the closing; a name or a signature follows it. */
function bodyOf(answer: string): string[] {
  const lines = answer
    .slice(0, READ)
    .split('\n')
    .map((line) => line.trim());
  const closing = lines.findIndex((line, index) => index > 0 && isClosing(line));
  return (closing < 0 ? lines : lines.slice(0, closing)).filter((line) => line !== '');
}
