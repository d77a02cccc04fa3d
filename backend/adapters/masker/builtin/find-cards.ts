import { isLuhn } from './checksums.ts';
import { isReference } from './reference-words.ts';
import type { Span } from './span.ts';

const DIGIT_RUN = /\d(?:[ .\u2010-\u2015-]{0,3}\d)*/g;
const NETWORK =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[0-8]\d{14}|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|35\d{14}|6\d{12,18}|2131\d{11}|1\d{14}|8\d{15})$/;
/** Lengths of card numbers by their first digit, the usual one first. */
const LENGTHS: Record<string, readonly number[]> = {
  1: [15],
  2: [16, 15],
  3: [15, 14, 16, 19, 18, 17],
  4: [16, 13, 19],
  5: [16, 19, 18, 17, 15, 14, 13, 12],
  6: [16, 19, 18, 17, 15, 14, 13, 12],
  8: [16],
};
const SHORTEST = 12;

/** Card numbers inside runs of digits and separators, also where other numbers stand beside them. */
export function findCards(text: string): Span[] {
  const spans: Span[] = [];
  for (const run of text.matchAll(DIGIT_RUN)) {
    if (run[0].length < SHORTEST) continue;
    const { digits, at } = readDigits(run[0]);
    for (let first = 0; first + SHORTEST <= digits.length; first++) {
      if (isWithinGroup(at, first)) continue;
      const start = run.index + (at[first] ?? 0);
      const length = LENGTHS[digits[first] ?? '']?.find((size) => isCardAt(digits, at, first, size));
      if (length === undefined || isPart(text, start) || (isRare(digits.slice(first)) && isReference(text, start)))
        continue;
      const last = first + length - 1;
      const end = run.index + (at[last] ?? 0) + 1;
      if (!isGrouped(text.slice(start, end))) continue;
      spans.push({ kind: 'CARD', start, end });
      first = last;
    }
  }
  return spans;
}

function readDigits(run: string): { digits: string; at: number[] } {
  const at: number[] = [];
  for (let index = 0; index < run.length; index++)
    if (run.charCodeAt(index) >= 48 && run.charCodeAt(index) <= 57) at.push(index);
  return { digits: run.replace(/\D/g, ''), at };
}

/** Whether the digit at `index` follows another one without a separator. */
const isWithinGroup = (at: number[], index: number): boolean =>
  index > 0 && index < at.length && at[index] === (at[index - 1] ?? 0) + 1;

/** Digits that a card of no great network begins with, and many an order number. */
const isRare = (digits: string): boolean => digits.startsWith('1') && !digits.startsWith('1800');

/** The middle of a UUID. */
const isPart = (text: string, start: number): boolean =>
  /^[\da-f]{4}-$/i.test(text.slice(Math.max(0, start - 5), start));

/** Groups of four digits and more but for the last, or all of one size below three: 1 2 3 4 and 12 34 56 78 but no list of 100 101 102. */
function isGrouped(number: string): boolean {
  const sizes = number.split(/\D{1,3}/).map((group) => group.length);
  const [first = 0] = sizes;
  return sizes.slice(0, -1).every((size) => size >= 4 || (size === first && first < 3));
}

function isCardAt(digits: string, at: number[], first: number, length: number): boolean {
  const end = first + length;
  if (end > digits.length || isWithinGroup(at, end)) return false;
  const number = digits.slice(first, end);
  return isLuhn(number) && NETWORK.test(number);
}
