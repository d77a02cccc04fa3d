import type { Claim, Statement } from './claim.ts';
import { plainText } from './plain-text.ts';
import { readClock } from './read-clock.ts';
import { type Read, readDate } from './read-dates.ts';
import { readQuantity } from './read-quantities.ts';
import { readSpan } from './read-spans.ts';
import { findRelativeDays } from './relative-days.ts';
import { type Token, tokenise } from './tokens.ts';

/** The number of a list's point. */
const NUMBERING = /^[^\S\n]{0,10}(?:\d{1,2}[.)]|[-*•・])(?=\s)/gmu;
const STEP = /^(?:steps?|schritte?n?|pasos?|etapes?|passos?|ステップ|手順)$/;
/** Of a step, which is no figure that a source would have to give. */
const MOST_STEPS = 20;

/** "Step 2", and "24/7", which is no day in July. */
function readFixed(tokens: readonly Token[], at: number): Read | null {
  const [first, second, third] = tokens.slice(at, at + 3).map(({ text }) => text);
  if (first === '24' && second === '/' && third === '7')
    return { claims: [{ reason: 'figure', keys: ['number:24/7'] }], next: at + 3 };
  const isStep = STEP.test(first ?? '') && /^\d{1,2}$/.test(second ?? '') && Number(second) <= MOST_STEPS;
  return isStep ? { claims: [], next: at + 2 } : null;
}

const MOST_GROUPS = 6;
const BETWEEN_GROUPS = /^[-/() .]{1,3}$/;
const LEAST_DIGITS = 7;

/** A telephone number however its digits are parted: one that begins with a plus or a nought. */
function readTelephone(tokens: readonly Token[], at: number, plain: string): Read | null {
  const begins = tokens[at]?.text === '+' ? at + 1 : at;
  const first = tokens[begins];
  if (first?.kind !== 'number' || first.words || (begins === at && !/^0\d/.test(first.text))) return null;
  let [digits, end, last] = [first.text, first.end, begins];
  for (let index = begins + 1; index < tokens.length && last - begins < 2 * MOST_GROUPS; index++) {
    const token = tokens[index];
    if (token?.kind !== 'number') continue;
    if (token.words || !BETWEEN_GROUPS.test(plain.slice(end, token.start))) break;
    [digits, end, last] = [digits + token.text, token.end, index];
  }
  const number = digits.replace(/\D/g, '');
  if (number.length < LEAST_DIGITS) return null;
  return { claims: [{ reason: 'figure', keys: [`telephone:${number}`] }], next: last + 1 };
}

/** 7.4.2, 192.0.2.1: a number with more parts than a number has. */
function readParts(tokens: readonly Token[], at: number): Read | null {
  const token = tokens[at];
  return token?.kind === 'number'
    ? { claims: [{ reason: 'figure', keys: [`number:${token.text}`], bare: true }], next: at + 1 }
    : null;
}

/**
 * Every number, amount, date, time and deadline of a text; in links, addresses and codes none is looked for. `loosely`:
 * also what may be a manner of speaking, for a text that is to support others.
 */
export function findFigures({ text, language }: Statement, { loosely = false } = {}): Claim[] {
  const read = text.replace(NUMBERING, ' ');
  const tokens = tokenise(read, language);
  const plain = plainText(read);
  const claims = findRelativeDays(plain, language);
  for (let at = 0; at < tokens.length; ) {
    const found =
      readFixed(tokens, at) ??
      readDate(tokens, at) ??
      readTelephone(tokens, at, plain) ??
      readSpan(tokens, at, loosely) ??
      readClock(tokens, at) ??
      readQuantity(tokens, at) ??
      readParts(tokens, at);
    claims.push(...(found?.claims ?? []));
    at = found?.next ?? at + 1;
  }
  return claims;
}
