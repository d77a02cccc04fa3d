import type { Span } from './span.ts';
import {
  AFTER_CAPITALS,
  AFTER_NAME,
  BEFORE_CAPITALS,
  BEFORE_NAME,
  BETWEEN,
  COMPOUND,
  PARTICLES,
  STATE_NAMES,
  STATES,
  UNITS,
} from './street-words.ts';

/** A word or a number of the text; `gap` is what stands between it and the one before. */
type Token = { word: string; lower: string; start: number; end: number; gap: string };

const TOKEN = /[cC]\/|[\p{L}\p{M}\d][\p{L}\p{M}\d'’-]{0,40}\.?/gu;
const HOUSE = /^\d{1,6}[a-z]?\.?$/i;
const HOUSE_RANGE = /^\d{1,6}(?:-\d{1,6})?[a-z]?$/i;
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/i;
const CAPITAL = /^\p{Lu}/u;
const ZIP = /^\d{5}(?:-\d{4})?\.?$/;
const MOST_WORDS = 5;

/** Streets with their numbers, units, and cities with state and postcode, in the ways that our languages write them. */
export function findStreets(text: string): Span[] {
  const tokens = readTokens(text);
  const spans: Span[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const range = rangeAround(tokens, index);
    const first = range && tokens[range[0]];
    const last = range && tokens[range[1]];
    if (first && last)
      spans.push({ kind: 'ADDRESS', start: first.start, end: last.end - (last.word.endsWith('.') ? 1 : 0) });
  }
  return spans;
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [word] = match;
    const lower = (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase();
    const gap = text.slice(end, Math.min(end + 8, match.index));
    tokens.push({ word, lower, start: match.index, end: match.index + word.length, gap });
    end = match.index + word.length;
  }
  return tokens;
}

/** First and last token of an address around the one at `index`, or null. */
type Form = (tokens: readonly Token[], index: number) => [number, number] | null;

const joins = (token: Token | undefined): boolean => token !== undefined && /^(?:,? |,)$/.test(token.gap);
const isHouse = (token: Token | undefined): boolean =>
  token !== undefined && HOUSE_RANGE.test(token.word) && !/[@#/.,:=_-]$/.test(token.gap);
const isName = ({ word, lower }: Token): boolean => CAPITAL.test(word) || ORDINAL.test(word) || PARTICLES.has(lower);

/** How many tokens before `index` make a name, up to a house number; null when there is none. */
function houseBefore(tokens: readonly Token[], index: number, inCapitals: boolean): number | null {
  for (let at = index - 1; at >= index - MOST_WORDS && at >= 0; at--) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !joins(next)) return null;
    if (at < index - 1 && isHouse(token)) return at;
    const isWord = inCapitals ? isName(token) : /\p{L}/u.test(token.word);
    if (!isWord) return null;
  }
  return null;
}

/** 12 Main St, 1400 Smith Street */
const suffixed: Form = (tokens, index) => {
  const token = tokens[index];
  if (!token) return null;
  const isClear = AFTER_NAME.has(token.lower);
  if (!isClear && !(AFTER_CAPITALS.has(token.lower) && CAPITAL.test(token.word))) return null;
  const from = houseBefore(tokens, index, !isClear);
  return from === null ? null : [from, index];
};

/** 12 rue de la Paix, Calle Mayor 3, ul. Długa 5 */
const prefixed: Form = (tokens, index) => {
  const token = tokens[index];
  if (!token) return null;
  const isClear = BEFORE_NAME.has(token.lower);
  if (!isClear && !BEFORE_CAPITALS.has(token.lower)) return null;
  const before = tokens[index - 1];
  const isBis = /^(?:bis|ter|quater)$/.test(before?.lower ?? '');
  const house = joins(token) && isHouse(isBis ? tokens[index - 2] : before) ? index - (isBis ? 2 : 1) : null;
  let last = index;
  let hasName = false;
  for (let at = index + 1; at <= index + MOST_WORDS + 2; at++) {
    const next = tokens[at];
    if (!next || !(joins(next) || (at === index + 1 && next.gap === ''))) break;
    if (hasName && HOUSE.test(next.word)) return [house ?? index, at];
    if (/^(?:n|nº|n°|no|nr)$/.test(next.lower)) continue;
    const isWord = CAPITAL.test(next.word) || (isClear && !hasName && /\p{L}/u.test(next.word));
    if (!isWord && !PARTICLES.has(next.lower)) break;
    if (isWord && !PARTICLES.has(next.lower)) {
      hasName = true;
      last = at;
    }
  }
  return house !== null && hasName ? [house, last] : null;
};

/** Musterstraße 12a, Kungsgatan 3, Lange Str. 5, Rákóczi út 13. */
const germanic: Form = (tokens, index) => {
  const token = tokens[index];
  const next = tokens[index + 1];
  const before = tokens[index - 1];
  if (!token || !next || next.gap !== ' ' || !HOUSE.test(next.word)) return null;
  if (COMPOUND.test(token.word.toLowerCase()) && (CAPITAL.test(token.word) || (joins(token) && isHouse(before))))
    return [index, index + 1];
  const isNamed = before !== undefined && joins(token) && CAPITAL.test(before.word);
  return isNamed && BETWEEN.has(token.lower) ? [index - 1, index + 1] : null;
};

/** 83 Urzáiz 12, Suite 628: a number, names, a unit. */
const united: Form = (tokens, index) => {
  const token = tokens[index];
  if (
    !token ||
    !UNITS.has(token.lower) ||
    !/^[ #]{1,2}$/.test(tokens[index + 1]?.gap ?? '') ||
    !HOUSE.test(tokens[index + 1]?.word ?? '')
  )
    return null;
  const isOwnLine = token.gap.includes('\n');
  let from: number | null = null;
  for (let at = index - 1; at >= 0 && at > index - 8; at--) {
    const word = tokens[at];
    if (!word || !(joins(tokens[at + 1]) || (at === index - 1 && /^[\s,]{1,8}$/.test(token.gap)))) break;
    if (isHouse(word)) from = at;
    else if (!isOwnLine && !isName(word)) break;
  }
  return from !== null && from < index - 1 ? [from, index + 1] : null;
};

/** Springfield, IL 62701 and Houston, Texas 77002 */
const stated: Form = (tokens, index) => {
  const token = tokens[index];
  const city = tokens[index - 1];
  const zip = tokens[index + 1];
  if (!token || !city || !zip || !ZIP.test(zip.word) || !/^,? {1,2}$/.test(zip.gap) || !/^,?\s{1,2}$/.test(token.gap))
    return null;
  return (STATES.has(token.word) || STATE_NAMES.has(token.lower)) && CAPITAL.test(city.word)
    ? [index - 1, index + 1]
    : null;
};

const FORMS: readonly Form[] = [suffixed, prefixed, germanic, united, stated];

function rangeAround(tokens: readonly Token[], index: number): [number, number] | null {
  for (const form of FORMS) {
    const range = form(tokens, index);
    if (range) return range;
  }
  return null;
}
