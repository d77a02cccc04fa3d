import { isSentFrom } from './device-line.ts';
import { isBlank, isOwn, type Line, ownIndexes, setAside } from './line.ts';
import { isClue, isContact, isFact, isName, isOwnParagraph, isRule, isSignOff, isTagLine } from './signature-lines.ts';

const MAX_LINES = 14;

/** A signature is taken only from the end, only after real text, and only when it looks like nothing else. */
export function setAsideSignature(lines: Line[]): void {
  setAsideDeviceLine(lines);
  const own = ownIndexes(lines);
  const start = delimitedStart(lines, own) ?? contactBlockStart(lines, own) ?? lines.length;
  const end = ownPartBelow(lines, start);
  for (const index of own)
    if (index >= start && index < end && !isFact(textAt(lines, index)))
      setAside(lines, index, index + 1, 'signature', false);
  setAsideRules(lines);
}

const textAt = (lines: Line[], index: number | undefined): string =>
  index === undefined ? '' : (lines[index]?.text.slice(0, 200).trim() ?? '');

function setAsideDeviceLine(lines: Line[]): void {
  const own = ownIndexes(lines);
  for (const index of own.slice(1).slice(-2))
    if (isSentFrom(textAt(lines, index))) setAside(lines, index, index + 1, 'signature', false);
  const order = own.findIndex((index, order) => order > 0 && isAlone(lines, index) && isSentFrom(textAt(lines, index)));
  const device = own[order] ?? lines.length;
  setAside(lines, device, device + 1, 'signature', false);
}

/** The first paragraph under a signature's beginning that says something; its beginning itself when that is all there is. */
function ownPartBelow(lines: Line[], start: number): number {
  for (let from = start; from < lines.length; from++) {
    const opens = from === start + 1 || isBlank(lines[from - 1]);
    if (!opens || isBlank(lines[from])) continue;
    let to = from;
    while (to < lines.length && !isBlank(lines[to])) to++;
    const paragraph = lines.slice(from, to).filter(isOwn);
    if (isOwnParagraph(paragraph.map((line) => line.text.trim()))) return from === start + 1 ? start : from;
  }
  return lines.length;
}

const isAlone = (lines: Line[], index: number): boolean => isBlank(lines[index - 1]) && isBlank(lines[index + 1]);

/** `-- ` by itself with a few short lines after it; other rules only when what follows cannot be prose or a table. */
function delimitedStart(lines: Line[], own: number[]): number | null {
  const first = Math.max(1, own.length - MAX_LINES - 1);
  for (let order = first; order < own.length; order++) {
    const index = own[order] ?? 0;
    const text = lines[index]?.text ?? '';
    if (!isRule(text) || textAt(lines, own[order - 1]).includes('|')) continue;
    const after = own.slice(order + 1).map((at) => textAt(lines, at));
    const short = /^(?:--|—|__) ?$/.test(text);
    if (text === '-- ' && after.every((line) => line.length <= 120)) return index;
    const tags = after.every((line) => isRule(line) || isSignOff(line) || isTagLine(line));
    if (tags && (short ? after.length <= 8 : after.some(isClue) && after.slice(0, 3).some(isName))) return index;
  }
  return null;
}

/** Name, title and contact lines at the end: after a sign-off, or as a paragraph that opens with a name. */
function contactBlockStart(lines: Line[], own: number[]): number | null {
  const tail = own.slice(1).slice(-MAX_LINES);
  const signOff = tail.findLastIndex((index) => isSignOff(textAt(lines, index)));
  if (signOff < 0) return namedBlockStart(lines, own, tail);
  const before = own[own.length - tail.length + signOff - 1];
  return /[:：]$/.test(textAt(lines, before)) ? null : blockAfter(lines, tail.slice(signOff + 1));
}

/** The sign-off, and a name by itself under it, stay: the paragraph with the first clue is the signature. */
function blockAfter(lines: Line[], after: number[]): number | null {
  const texts = after.map((index) => textAt(lines, index)).filter((text) => !isFact(text));
  if (!texts.every(isTagLine) || !(texts.some(isContact) || (texts.length > 1 && texts.some(isClue)))) return null;
  const clue = after.find((index) => isClue(textAt(lines, index))) ?? 0;
  return after.find((index) => sameParagraph(lines, index, clue)) ?? null;
}

function namedBlockStart(lines: Line[], own: number[], tail: number[]): number | null {
  const last = tail.at(-1) ?? 0;
  const block = tail.filter((index) => sameParagraph(lines, index, last));
  const before = own[own.length - block.length - 1];
  if (before === undefined || block.length >= MAX_LINES || !endsSentence(textAt(lines, before))) return null;
  const texts = block.map((index) => textAt(lines, index));
  const named = isName(texts[0] ?? '') && texts.every(isTagLine) && texts.filter(isClue).length >= 2;
  return named ? (block[0] ?? null) : null;
}

/** "Send it to", "This contact is wrong": what follows such a line is the request's. */
const endsSentence = (text: string): boolean => /[.!?。！？…)"]$/.test(text) || isSignOff(text);

function sameParagraph(lines: Line[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (isBlank(lines[index])) return false;
  return true;
}

/** Lines of dashes, stars and the like that the own text ends with divide it from nothing. */
function setAsideRules(lines: Line[]): void {
  for (const index of ownIndexes(lines).reverse()) {
    if (!isRule(textAt(lines, index))) return;
    setAside(lines, index, index + 1, 'signature', false);
  }
}
