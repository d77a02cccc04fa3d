import { setAsideFooters } from './footers.ts';
import { isBlank, joinLines, type Line, ownLine, setAside } from './line.ts';
import { type QuoteHeader, quoteHeaderAt } from './quote-headers.ts';
import { setAsideSignature } from './signatures.ts';

/** `>From` is how mail folders escape a line that begins with From. */
const QUOTED = /^\s{0,3}(?:>(?!From )|&gt;)/;

/** Tells the customer's own lines from quotes, signatures and footers. When nothing would be left, everything stays. */
export function splitReply(lines: Line[]): Line[] {
  const result = lines.map((line) => ({ ...line }));
  setAsideQuotes(result);
  setAsideFooters(result);
  setAsideSignature(result);
  return hasOwnText(result) ? result : lines.map((line) => ({ ...line, aside: null, foreign: false }));
}

const hasOwnText = (lines: Line[]): boolean => joinLines(lines.filter((line) => line.aside === null)) !== '';

const isQuoted = (line: Line): boolean =>
  line.aside === 'quote' || QUOTED.test(line.text) || /^\| |^\|$/.test(line.text);

function setAsideQuotes(lines: Line[]): void {
  const lastQuoted = lines.findLastIndex((line) => QUOTED.test(line.text));
  let wroteAbove = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.aside === 'quote') continue;
    const header = quoteHeaderAt(lines, index);
    if (header) {
      const bottomPosted = !wroteAbove && header.style === 'wrote' && lastQuoted >= header.end;
      index = takeQuote(lines, header, bottomPosted) - 1;
    } else if (QUOTED.test(line.text)) {
      const end = quotedEnd(lines, index);
      setAside(lines, index, end, 'quote', false);
      index = end - 1;
    } else wroteAbove ||= !isBlank(line);
  }
}

/** Sets the header and what it announces aside and gives the line after it. */
function takeQuote(lines: Line[], header: QuoteHeader, bottomPosted: boolean): number {
  const body = nextText(lines, header.end);
  const next = lines[body];
  const marked = header.style === 'wrote' && next !== undefined && isQuoted(next);
  const end = marked ? quotedEnd(lines, body) : bottomPosted ? header.end : lines.length;
  setAside(lines, header.start, end, 'quote', true);
  if (header.keep !== '') lines[header.start] = ownLine(header.keep);
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
  if (!QUOTED.test(long) || long.length <= 60) return false;
  for (let after = index + 1; after < before + 5; after++) {
    if (isBlank(lines[after])) return false;
    if (QUOTED.test(lines[after]?.text ?? '')) return true;
  }
  return false;
}
