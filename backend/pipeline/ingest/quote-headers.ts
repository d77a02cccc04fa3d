import { isField, isFrom, isMailHeader, MARKS, opensHeader } from './header-fields.ts';
import { isBlank, type Line } from './line.ts';
import { DATE_FIELDS, FORWARDED, ORIGINAL, SENT_FIELDS, SUBJECT_FIELDS } from './quote-words.ts';
import { wroteHeaderAt } from './wrote-header.ts';

/** A header that says whose words follow. `start`…`end`: its lines; `keep`: length of the own words before it on its first line. */
export type QuoteHeader = { start: number; end: number; keep: number; style: 'wrote' | 'block' };

const DASHES = /^[>\s*|]{0,8}[-_—=]{2,100} {0,3}/u;
const BEGINS_ORIGINAL = new RegExp(`^(?:${ORIGINAL})`, 'iu');
const FORWARD = new RegExp(`${MARKS}(?:(?:${FORWARDED}) ?:|元のメッセージ|##- .{3,120} -##)\\s{0,9}$`, 'iu');
const GROUPWISE = /^>>> .{3,160} \d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,24} ?>>>$/;
const INNER = new RegExp(`[\\s*>](?:${SENT_FIELDS}|${DATE_FIELDS}|${SUBJECT_FIELDS})[\\s*]{0,5}[:：]`, 'iu');
const RULE = /^[\s*]{0,8}[-_=—]{4,200}\s{0,9}$/u;
const STAMP = /\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}:\d{2}|sent by|please respond to/iu;
const NAME = /^\s{0,16}[\p{Lu}"][^\s]{0,40}(?: [^\s]{1,40}){0,4}[^\s.!?,;:]\s{0,9}$/u;

/** The quote header that begins at line `at`, or null. Looks at few lines and few characters of each. */
export function quoteHeaderAt(lines: Line[], at: number): QuoteHeader | null {
  const first = lines[at]?.text.slice(0, 400) ?? '';
  if (first.trim() === '') return null;
  if (isDelimiter(first) || FORWARD.test(first) || GROUPWISE.test(first.trim()) || isOneLine(first))
    return { start: at, end: at + 1, keep: 0, style: 'block' };
  const wrote = wroteHeaderAt(lines, at);
  return wrote ? { start: at, style: 'wrote', ...wrote } : fieldBlock(lines, at, first);
}

/** "-----Original Message-----". */
function isDelimiter(text: string): boolean {
  const dashes = DASHES.exec(text)?.[0];
  return dashes !== undefined && BEGINS_ORIGINAL.test(text.slice(dashes.length));
}

/** A whole header on one line, as it is left of a table or of inline elements. */
const isOneLine = (text: string): boolean => text.includes('@') && isFrom(text) && INNER.test(text);

function fieldBlock(lines: Line[], at: number, first: string): QuoteHeader | null {
  if (!opensHeader(first)) return null;
  const fields: string[] = [];
  let end = at;
  for (let index = at; index < Math.min(at + 30, lines.length); index++) {
    const text = lines[index]?.text ?? '';
    if (index - end > (fields.length > 1 ? 4 : 16)) break;
    if (!isField(text)) continue;
    fields.push(text.slice(0, 300));
    end = index + 1;
  }
  if (!isMailHeader(fields)) return null;
  return { start: headStart(lines, at, fields.some(isFrom)), end, keep: 0, style: 'block' };
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
