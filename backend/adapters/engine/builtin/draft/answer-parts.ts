import { isClosing } from '../courtesies.ts';
import { splitSentences } from '../sentences.ts';

/** A part of an answer: what is said under one heading, before, in and after one list. */
export type Part = { heading: string | null; before: string[]; items: string[]; after: string[] };

const ITEM = /^(?:\d{1,2}[.)]|[-*•・])\s*(?=\S)/;
const ENDED = /[.!。！…:：;,、][»"'”」）)]?$/u;
const LONGEST_HEADING = 80;
const READ = 8000;

/** Reads an answer up to its closing, since a name or a signature follows it. A line without an end mark is a heading. */
export function readParts(answer: string): Part[] {
  const parts: Part[] = [];
  for (const line of bodyOf(answer)) {
    const last = parts.at(-1);
    if (ITEM.test(line)) addItem(parts, line);
    else if (line.length <= LONGEST_HEADING && !ENDED.test(line)) parts.push(partOf({ heading: line }));
    else if (!last) parts.push(partOf({ before: splitSentences(line) }));
    else last[last.items.length > 0 ? 'after' : 'before'].push(...splitSentences(line));
  }
  return parts;
}

export const isLead = (sentence: string | undefined): boolean => /[:：]$/u.test(sentence ?? '');

export const isNumbered = (item: string): boolean => /^\d/.test(item);

export const withoutMark = (item: string): string => item.replace(ITEM, '');

const partOf = (known: Partial<Part>): Part => ({ heading: null, before: [], items: [], after: [], ...known });

/** A list that follows another one is a part of its own, and takes the sentence that leads to it. */
function addItem(parts: Part[], item: string): void {
  const last = parts.at(-1);
  if (last && last.after.length === 0) last.items.push(item);
  else parts.push(partOf({ before: isLead(last?.after.at(-1)) ? (last?.after.splice(-1) ?? []) : [], items: [item] }));
}

function bodyOf(answer: string): string[] {
  const lines = answer
    .slice(0, READ)
    .split('\n')
    .map((line) => line.trim());
  const closing = lines.findIndex((line, index) => index > 0 && isClosing(line));
  return (closing < 0 ? lines : lines.slice(0, closing)).filter((line) => line !== '');
}
