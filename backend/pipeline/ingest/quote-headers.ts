import { isField, isFrom, isSent, judgeHeader, MARKS, opensHeader } from './header-fields.ts';
import { isBlank, type Line } from './line.ts';
import { DATE_FIELDS, FORWARDED, ORIGINAL, SENT_FIELDS, SUBJECT_FIELDS } from './quote-words.ts';
import { wroteHeaderAt } from './wrote-header.ts';

/**
 * A header that says whose words follow. `start`…`end`: its lines; `keep`: length of the own words before it on its first
 * line; `certain`: nothing the writer would type.
 */
export type QuoteHeader = { start: number; end: number; keep: number; style: 'wrote' | 'block'; certain: boolean };

const DASHES = /^[>\s*|]{0,8}[-_—=]{2,100} {0,3}/u;
const BEGINS_ORIGINAL = new RegExp(`^(?:${ORIGINAL})`, 'iu');
const FORWARD = new RegExp(`${MARKS}(?:(?:${FORWARDED}) ?:|元のメッセージ)\\s{0,9}$`, 'iu');
const REPLY_ABOVE = new RegExp(`${MARKS}##- .{3,120} -##\\s{0,9}$`, 'iu');
const FORWARDED_BY = /forwarded by .{0,100}\d/i;
const SENTENCE_END = /[.!?…。！？)]["'”»*]?\s{0,9}$/u;
const ANNOUNCES = /[:：]\s{0,9}$/u;
const ASKS = /[?？]\s{0,9}$/u;
const GROUPWISE = /^>>> .{3,160} \d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,24} ?>>>$/;
const INNER = new RegExp(`[\\s*>](?:${SENT_FIELDS}|${DATE_FIELDS}|${SUBJECT_FIELDS})[\\s*]{0,5}[:：]`, 'iu');
const RULE = /^[\s*]{0,8}[-_=—]{4,200}\s{0,9}$/u;
const STAMP = /\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}:\d{2}|sent by|please respond to/iu;
const NAME = /^\s{0,16}[\p{Lu}"][^\s]{0,40}(?: [^\s]{1,40}){0,4}[^\s.!?,;:]\s{0,9}$/u;

/** The quote header that begins at line `at`, or null. Looks at few lines and few characters of each. */
export function quoteHeaderAt(lines: Line[], at: number): QuoteHeader | null {
  const first = lines[at]?.text.slice(0, 400) ?? '';
  if (first.trim() === '') return null;
  const named = (isDelimiter(first) || FORWARD.test(first)) && (FORWARDED_BY.test(first) || standsApart(lines, at));
  const oneLine = isOneLine(first) && announcement(lines, at) === 'none';
  if (named || oneLine || REPLY_ABOVE.test(first) || GROUPWISE.test(first.trim()))
    return { start: at, end: at + 1, keep: 0, style: 'block', certain: true };
  const wrote = wroteHeaderAt(lines, at);
  return wrote ? { start: at, style: 'wrote', certain: true, ...wrote } : fieldBlock(lines, at, first);
}

/** "-----Original Message-----". */
function isDelimiter(text: string): boolean {
  const dashes = DASHES.exec(text)?.[0];
  return dashes !== undefined && BEGINS_ORIGINAL.test(text.slice(dashes.length));
}

/** Not a name in somebody's sentence: header fields follow, or a text of its own below a finished one. */
function standsApart(lines: Line[], at: number): boolean {
  let next = at + 1;
  while (next < at + 4 && isBlank(lines[next])) next++;
  const below = lines[next]?.text.slice(0, 400) ?? '';
  if (isField(below) || isDelimiter(below) || /^\s{0,3}(?:>|&gt;)/.test(below) || wroteHeaderAt(lines, next))
    return true;
  const above = lines[at - 1]?.text ?? '';
  return next > at + 1 && below !== '' && (above.trim() === '' || SENTENCE_END.test(above.slice(-20)));
}

/** The writer says what follows: "Our script sends:" right above, or "Why does it fail?", or with a line between. */
function announcement(lines: Line[], at: number): 'sure' | 'perhaps' | 'none' {
  let index = at - 1;
  while (index > at - 4 && index > 0 && isBlank(lines[index])) index--;
  const above = lines[index]?.text.slice(-400) ?? '';
  if (isField(above) || DASHES.test(above)) return 'none';
  if (ANNOUNCES.test(above)) return index === at - 1 ? 'sure' : 'perhaps';
  return index === at - 1 && ASKS.test(above) ? 'perhaps' : 'none';
}

/** A whole header on one line, as it is left of a table or of inline elements. */
const isOneLine = (text: string): boolean => text.includes('@') && isFrom(text) && INNER.test(text);

function fieldBlock(lines: Line[], at: number, first: string): QuoteHeader | null {
  if (!opensHeader(first)) return null;
  const announced = announcement(lines, at);
  if (announced === 'sure' || opensHeader(lines[at - 1]?.text ?? '')) return null;
  const fields: string[] = [];
  let end = at;
  for (let index = at; index < Math.min(at + 30, lines.length); index++) {
    const text = lines[index]?.text ?? '';
    if (index - end > (fields.length > 1 ? 4 : 16)) break;
    if (!isField(text)) continue;
    fields.push(text.slice(0, 300));
    end = index + 1;
  }
  const judged = judgeHeader(fields);
  if (judged === 'none' || (announced === 'perhaps' && !fields.some(isSent))) return null;
  const start = headStart(lines, at, fields.some(isFrom));
  return { start, end, keep: 0, style: 'block', certain: judged === 'certain' && announced === 'none' };
}

/** Lines above the fields that belong to the header: a rule, and in Notes mails the date and the sender. */
function headStart(lines: Line[], at: number, hasFrom: boolean): number {
  let above = at - 1;
  while (above > at - 4 && above >= 0 && isBlank(lines[above])) above--;
  const text = (index: number): string => lines[index]?.text.slice(0, 200) ?? '';
  if (RULE.test(text(above))) return above;
  if (hasFrom || text(above).length > 120 || !STAMP.test(text(above))) return at;
  while (above > at - 8 && STAMP.test(text(above - 1)) && text(above - 1).length <= 120) above--;
  return NAME.test(text(above - 1)) && isBlank(lines[above - 2]) ? above - 1 : above;
}
