import { ID_RULES, type IdRule } from './id-rules.ts';
import { isNumberRow } from './number-rows.ts';
import type { Reading } from './reading.ts';
import { isReference } from './reference-words.ts';
import type { Span } from './span.ts';

/** Letters and digits without a separator; `digits`: how many of them are digits. */
type Group = { start: number; end: number; upper: string; digits: number };

const GROUP = /[a-z]{2,20}(?=\d{9})|[a-z\d]{1,24}/g;
const SEPARATORS = ' -./+\u2010\u2011\u2012\u2013\u2014\u2015';
const LETTER = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Only an id that begins with a single digit has more than five groups: 1 84 12 76 451 089 46. */
const MOST_GROUPS = 5;
const MOST_AFTER_ONE = 7;
const SHORTEST = 7;
const LONGEST = 18;
const FEWEST_DIGITS = 4;
/** So many checksums are worked out per text; what comes after counts as right unseen. */
const MAX_CHECKS = 1000;

/** The rules that can be met, by length: for digits alone, and for digits and letters. */
type Rules = { digits: readonly (readonly IdRule[])[]; letters: readonly (readonly IdRule[])[] };
type Search = { reading: Reading; rules: Rules; checks: number };

/** National ids, tax numbers, passports, licences and routing numbers: by checksum where there is one, else by the words around. */
export function findIds(reading: Reading): Span[] {
  const groups = readGroups(reading.lower);
  const search = { reading, rules: rulesFor(reading), checks: MAX_CHECKS };
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; first++) {
    const span = spanFrom(search, groups, first);
    if (span) spans.push(span);
  }
  return spans;
}

/** Most texts hold no word about ids at all: then only the few forms that stand alone are left to try. */
function rulesFor({ clues, isBare }: Reading): Rules {
  const live = ID_RULES.filter(({ alone, topics }) => alone || isBare || topics.some((topic) => clues.has(topic)));
  const byLength = (rules: readonly IdRule[]) =>
    Array.from({ length: LONGEST + 1 }, (_, length) => rules.filter(({ lengths }) => lengths.includes(length)));
  const isLettered = ({ shape }: IdRule): boolean => /[A-Z]/.test(shape.source);
  const needsLetter = (rule: IdRule): boolean => isLettered(rule) && !rule.isSolid && !rule.written;
  return { digits: byLength(live.filter((rule) => !needsLetter(rule))), letters: byLength(live.filter(isLettered)) };
}

function readGroups(lower: string): Group[] {
  const groups: Group[] = [];
  for (const { 0: text, index } of lower.matchAll(GROUP)) {
    let digits = 0;
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 58) digits++;
    const upper = digits === text.length ? text : text.toUpperCase();
    groups.push({ start: index, end: index + text.length, upper, digits });
  }
  return groups;
}

/** The longest id that begins with this group. */
function spanFrom(search: Search, groups: readonly Group[], first: number): Span | null {
  const { lower } = search.reading;
  const start = groups[first]?.start ?? 0;
  const isGlued = groups[first - 1]?.end === start;
  if (isPartBefore(lower, start) || (!isGlued && isLetter(lower[start - 1]))) return null;
  let compact = '';
  let digits = 0;
  let longest: Span | null = null;
  const most = groups[first]?.upper.length === 1 ? MOST_AFTER_ONE : MOST_GROUPS;
  for (let index = first; index < first + most; index++) {
    const group = groups[index];
    if (!group || (index > first && !isJoined(lower, groups[index - 1], group))) break;
    compact += group.upper;
    digits += group.digits;
    if (compact.length > LONGEST) break;
    if (compact.length < SHORTEST || digits < FEWEST_DIGITS) continue;
    const rules = digits === compact.length ? search.rules.digits : search.rules.letters;
    const rule = rules[compact.length]?.find((one) => isMet(one, compact, search, start, group.end));
    if (rule && isEnd(lower, group.end)) longest = { kind: rule.kind, start, end: group.end };
  }
  return longest;
}

const isJoined = (lower: string, left: Group | undefined, right: Group): boolean =>
  left !== undefined && right.start === left.end + 1 && SEPARATORS.includes(lower.charAt(left.end));

const isLetter = (character = ''): boolean =>
  character > '\u007f' ? LETTER.test(character) && !UNSPACED.test(character) : /[a-z\d]/.test(character);
/** `8b1e-1234`, `12.1234`: the middle of something longer, such as a UUID or a fraction. */
const isPartBefore = (lower: string, start: number): boolean =>
  start > 1 &&
  '-.:'.includes(lower.charAt(start - 1)) &&
  /\d[-.:]$|[\da-f]{4}-$/.test(lower.slice(Math.max(0, start - 5), start));
const isEnd = (lower: string, end: number): boolean =>
  !isLetter(lower[end]) && !/^(?:[-:.]\d|-[\da-f]{4})/.test(lower.slice(end, end + 5));

function isMet(rule: IdRule, compact: string, search: Search, start: number, end: number): boolean {
  if ((rule.isSolid && compact.length !== end - start) || !rule.shape.test(compact)) return false;
  const written = search.reading.lower.slice(start, end);
  if (rule.written?.test(written) === false || isNumberRow(written)) return false;
  const isAlone = rule.alone === true || rule.alone?.test(written) === true;
  if (isAlone && compact === written && isNumber(written) && isReference(search.reading.lower, start)) return false;
  if (!isAlone && !isExpected(rule, search.reading, start, end)) return false;
  return !rule.isValid || --search.checks < 0 || rule.isValid(compact);
}

const isNumber = (written: string): boolean => /^\d{1,20}$/.test(written);

/** Whether the words around or the account's country say what it is; "order number" before it says that it is not. */
function isExpected({ topics, country }: IdRule, reading: Reading, start: number, end: number): boolean {
  const { lower, clues, regions, isBare } = reading;
  if (isBare && country !== undefined && regions.has(country)) return true;
  return topics.some((topic) => clues.isNear(topic, start, end)) && !isReference(lower, start);
}
