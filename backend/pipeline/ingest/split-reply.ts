import { setAsideDevice } from './device.ts';
import { setAsideFooters } from './footers.ts';
import { isField } from './header-fields.ts';
import { isBlank, isOwn, isVisible, type Line, ownIndexes, setAside } from './line.ts';
import { type QuoteHeader, quoteHeaderAt } from './quote-headers.ts';
import { WROTE } from './quote-words.ts';
import { setAsideSignature } from './signatures.ts';

/** `>From` is how mail folders escape a line that begins with From. */
const QUOTED = /^\s{0,3}(?:>(?!From )|&gt;)/;
const BARRED = /^\| |^\|$/;
const FINISHED = /[.?!:…。？！：]["'”»)]?\s{0,5}$/u;
/** Short, and beginning like a sentence: an answer under the quoted question. */
const ANSWER = /^\s{0,3}[\p{Lu}\d].{0,38}$/u;
const SOMEBODY_WROTE = new RegExp(`(?:${WROTE}) ?[:：]\\s{0,9}$`, 'iu');
const MAX_ROUNDS = 5;
const MARKS = /^[>\s|]{1,64}/;

/** Tells the customer's own lines from quotes, what an app added, footers and signatures. When no words would be left, everything stays. */
export function splitReply(lines: Line[]): Line[] {
  const { result, announced } = setAsideQuotes(lines.map((line) => ({ ...line })));
  setAsideDevice(result);
  setAsideEnd(result);
  if (!announced) giveBackPasted(result);
  if (result.some(isOwnWords) || saysNothing(lines)) return result;
  return lines.map((line) => ({ ...line, aside: null, foreign: false }));
}

/** What stands under the last words, until nothing more is found: the one may hide the other. */
function setAsideEnd(lines: Line[]): void {
  let left = ownIndexes(lines).length;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    setAsideFooters(lines);
    setAsideSignature(lines);
    const own = ownIndexes(lines).length;
    if (own === left) return;
    left = own;
  }
}

const isOwnWords = (line: Line): boolean => isOwn(line) && hasWords(line.text);
const hasWords = (text: string): boolean => isVisible(text) && /[^\s>|_*=~#.-]/.test(text);
const isQuoted = (line: Line): boolean => line.aside === 'quote' || QUOTED.test(line.text) || BARRED.test(line.text);

/** `announced`: a header or the mail client said that somebody else's words follow. */
function setAsideQuotes(lines: Line[]): { result: Line[]; announced: boolean } {
  const lastQuoted = lines.findLastIndex((line) => QUOTED.test(line.text));
  const rests = new Map<Line, Line>();
  let announced = lines.some((line) => line.foreign);
  let wroteAbove = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.aside === 'quote') continue;
    const header = quoteHeaderAt(lines, index);
    if (header) {
      announced = true;
      const bottomPosted = !wroteAbove && header.style === 'wrote' && lastQuoted >= header.end;
      index = takeQuote(lines, header, bottomPosted) - 1;
      if (header.keep > 0) rests.set(line, cutLine(line, header.keep));
    } else if (QUOTED.test(line.text)) {
      const end = quotedEnd(lines, index);
      setAside(lines, index, end, 'quote', false);
      index = end - 1;
    } else wroteAbove ||= !isBlank(line);
  }
  if (rests.size === 0) return { result: lines, announced };
  return { result: lines.flatMap((line) => [line, rests.get(line) ?? []].flat()), announced };
}

/** Leaves the own words on the line and gives the header behind them as a line of its own. */
function cutLine(line: Line, length: number): Line {
  const at = line.text.length - line.text.trimStart().length + length;
  const exact = line.end - line.start === line.text.length;
  const rest = { ...line, text: line.text.slice(at), start: exact ? line.start + at : line.end };
  Object.assign(line, { text: line.text.slice(0, at), aside: null, foreign: false, end: rest.start });
  return rest;
}

/** Sets the header and what it announces aside and gives the line after it. */
function takeQuote(lines: Line[], header: QuoteHeader, bottomPosted: boolean): number {
  const body = nextText(lines, header.end);
  const next = lines[body];
  const marked = header.style === 'wrote' && next !== undefined && isQuoted(next);
  const end = marked ? quotedEnd(lines, body) : bottomPosted ? header.end : lines.length;
  setAside(lines, header.start, end, 'quote', header.certain);
  return end;
}

function nextText(lines: Line[], from: number): number {
  let index = from;
  while (index < lines.length && isBlank(lines[index])) index++;
  return index;
}

/** End of a run of quoted lines; blank lines and the wrapped rest of a long quoted line belong to it. */
function quotedEnd(lines: Line[], from: number): number {
  let end = from;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    if (isQuoted(line)) end = index + 1;
    else if (!isBlank(line) && !isWrapped(lines, index)) break;
  }
  return end;
}

/** The rest of a quoted line that a mail client broke: up to three lines squeezed between quoted ones. */
function isWrapped(lines: Line[], index: number): boolean {
  let before = index - 1;
  while (index - before < 4 && !isBlank(lines[before]) && !QUOTED.test(lines[before]?.text ?? '')) before--;
  const long = lines[before]?.text ?? '';
  if (!QUOTED.test(long) || long.length <= 60 || FINISHED.test(long.slice(-8))) return false;
  if (ANSWER.test(lines[before + 1]?.text.slice(0, 60) ?? '')) return false;
  for (let after = index + 1; after < before + 5; after++) {
    if (isBlank(lines[after])) return false;
    if (QUOTED.test(lines[after]?.text ?? '')) return true;
  }
  return false;
}

/** What the writer pasted with quote marks, or indented, above own words is part of what they say; so is what they announce with a colon. */
function giveBackPasted(lines: Line[]): void {
  const last = lines.findLastIndex(isOwnWords);
  const words = lines[last]?.text.slice(-40) ?? '';
  const point = /[:：]\s{0,9}$/u.test(words) && !SOMEBODY_WROTE.test(words);
  for (const line of point ? lines : lines.slice(0, last + 1))
    if (line.aside === 'quote' && !line.foreign) line.aside = null;
}

/** Nothing but headers, and marked quotes under a "Bob wrote:". A forwarded message is what its sender wants to say. */
function saysNothing(lines: Line[]): boolean {
  const bare = lines.map((line) => ({ ...line, aside: null, text: line.text.replace(MARKS, '') }));
  let headers = 0;
  let wrote = false;
  for (let index = 0; index < bare.length; index++) {
    const line = lines[index];
    const header = quoteHeaderAt(bare, index);
    const text = bare[index]?.text ?? '';
    if (header) {
      headers++;
      wrote ||= header.style === 'wrote';
      index = header.end - 1;
    } else if (!line || line.aside === 'signature' || !hasWords(text) || isField(text)) continue;
    else if (!(wrote && isQuoted(line))) return false;
  }
  return headers > 0;
}
