import { monthBesideDay, monthOf, shortWeekday, weekdaysOf } from './calendar.ts';
import type { Claim } from './claim.ts';
import { dayOf } from './number-words.ts';
import type { Token } from './tokens.ts';

/** What begins at a token, and the token after it. */
export type Read = { claims: Claim[]; next: number };

const ORDINAL = /^(?:st|nd|rd|th|er|re|º|ª|o|a)$/;
const BETWEEN = new Set(['of', 'de', 'del', 'den', 'do', ',']);
/** Before "may" they make a month of it. */
const BEFORE_MAY = new Set(
  'in by of until till since early late mid from this next last during before after through'.split(' '),
);

const dateClaim = (day: number, month: number, year: number | null): Claim => ({
  reason: 'date',
  keys: year === null ? [`date:${month}-${day}`] : [`date:${year}-${month}-${day}`],
});

const isDay = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 31;
const isMonth = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 12;
const fullYear = (text: string): number | null =>
  /^(?:19|20)\d\d$/.test(text) ? Number(text) : /^\d\d$/.test(text) ? 2000 + Number(text) : null;

/** 02/03/2026 is a day in February or in March: whoever reads it decides. */
function numericDate(parts: readonly string[]): Claim | null {
  const [a = '', b = '', c = ''] = parts;
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  if (/^(?:19|20)\d\d$/.test(a)) return isMonth(second) && isDay(third) ? dateClaim(third, second, first) : null;
  const year = fullYear(c);
  if (year === null) return null;
  const readings = [
    ...(isDay(first) && isMonth(second) ? dateClaim(first, second, year).keys : []),
    ...(isMonth(first) && isDay(second) ? dateClaim(second, first, year).keys : []),
  ];
  return readings.length > 0 ? { reason: 'date', keys: readings } : null;
}

function readNumericDate(tokens: readonly Token[], at: number): Read | null {
  const [first, mark, second, again, third] = tokens.slice(at, at + 5);
  const dotted = first?.kind === 'number' ? first.text.split('.') : [];
  const whole = dotted.length === 3 ? numericDate(dotted) : null;
  if (whole) return { claims: [whole], next: at + 1 };
  const parted = mark?.text === again?.text && /^[-/]$/.test(mark?.text ?? '') && third?.kind === 'number';
  if (first?.kind !== 'number' || !parted || second?.kind !== 'number' || third.start - first.end > 6) return null;
  const claim = numericDate([first.text, second.text, third.text]);
  return claim && { claims: [claim], next: at + 5 };
}

/** 2026年3月2日 */
function readWideDate(tokens: readonly Token[], at: number): Read | null {
  const [first, sign, second, dayWord] = tokens.slice(at, at + 4);
  if (first?.kind !== 'number' || !sign) return null;
  if (sign.text.startsWith('年') && /^(?:19|20)\d\d$/.test(first.text)) {
    const rest = readWideDate(tokens, at + 2);
    const [key = ''] = rest?.claims[0]?.keys ?? [];
    if (rest) return { ...rest, claims: [{ reason: 'date', keys: [key.replace(':', `:${first.text}-`)] }] };
    return { claims: [{ reason: 'date', keys: [`number:${first.text}`] }], next: at + 2 };
  }
  const month = Number(first.text);
  if (!/^月(?!曜)/.test(sign.text) || !isMonth(month)) return null;
  const day = second?.kind === 'number' && dayWord?.text.startsWith('日') ? Number(second.text) : Number.NaN;
  return isDay(day)
    ? { claims: [dateClaim(day, month, null)], next: at + 4 }
    : { claims: [{ reason: 'date', keys: [`month:${month}`] }], next: at + 2 };
}

const skip = (tokens: readonly Token[], at: number, is: (text: string) => boolean): number =>
  is(tokens[at]?.text ?? '') ? at + 1 : at;

const yearAt = (tokens: readonly Token[], at: number): { year: number | null; next: number } => {
  const from = skip(tokens, at, (text) => BETWEEN.has(text));
  const text = tokens[from]?.text ?? '';
  return /^(?:19|20)\d\d$/.test(text) ? { year: Number(text), next: from + 1 } : { year: null, next: at };
};

/** A day of a month in digits, in words, or as an ordinal. */
function dayAt(token: Token | undefined): number | null {
  const day = token?.kind === 'number' ? Number(token.text) : dayOf(token?.text ?? '');
  return day !== null && isDay(day) ? day : null;
}

/** 2 March 2026, le 1er mars, am zweiten März, dos de marzo de 2026 */
function readDayFirst(tokens: readonly Token[], at: number): Read | null {
  const first = tokens[at];
  const day = dayAt(first);
  if (day === null) return null;
  const after = skip(tokens, at + 1, (text) => ORDINAL.test(text) || text === '.');
  const name = skip(tokens, after, (text) => BETWEEN.has(text));
  const word = tokens[name]?.text ?? '';
  // "one may"
  const month = first?.kind === 'number' && first.words === undefined ? monthBesideDay(word) : monthOf(word);
  if (month === null) return null;
  const dotted = skip(tokens, name + 1, (text) => text === '.' && yearAt(tokens, name + 2).year !== null);
  const { year, next } = yearAt(tokens, dotted);
  return { claims: [dateClaim(day, month, year)], next };
}

/** March 2nd, 2026; March the third; a month alone. */
function readMonthFirst(tokens: readonly Token[], at: number): Read | null {
  const word = tokens[at]?.text ?? '';
  const month = monthBesideDay(word);
  if (month === null) return null;
  const dotted = skip(tokens, at + 1, (text) => text === '.' && tokens[at + 2]?.kind === 'number');
  const from = skip(tokens, dotted, (text) => text === 'the');
  const day = dayAt(tokens[from]);
  if (day !== null && (from > dotted || tokens[from]?.kind === 'number')) {
    const { year, next } = yearAt(
      tokens,
      skip(tokens, from + 1, (text) => ORDINAL.test(text)),
    );
    return { claims: [dateClaim(day, month, year)], next };
  }
  const isName = monthOf(word) !== null || (word === 'may' && BEFORE_MAY.has(tokens[at - 1]?.text ?? ''));
  if (!isName) return null;
  const { year, next } = yearAt(tokens, at + 1);
  return { claims: [{ reason: 'date', keys: [year === null ? `month:${month}` : `month:${year}-${month}`] }], next };
}

/** 2/3 of a year that is not named, or a share of two in three. */
function readSlashed(tokens: readonly Token[], at: number): Read | null {
  const [first, mark, second, after] = tokens.slice(at, at + 4);
  const isPair = first?.kind === 'number' && mark?.text === '/' && second?.kind === 'number' && after?.text !== '/';
  const isShort = isPair && first.text.length <= 2 && second.text.length <= 2;
  if (!isShort || mark.start !== first.end || second.start !== mark.end) return null;
  const [a, b] = [Number(first.text), Number(second.text)];
  const days = [
    ...(isDay(a) && isMonth(b) ? [`date:${b}-${a}`] : []),
    ...(isMonth(a) && isDay(b) ? [`date:${a}-${b}`] : []),
  ];
  return { claims: [{ reason: 'date', keys: [`share:${a}/${b}`, ...days] }], next: at + 3 };
}

const weekdayClaims = (days: readonly number[]): Claim[] =>
  days.map((day) => ({ reason: 'date', keys: [`weekday:${day}`] }));

/** Mon–Fri, 月〜金 */
function readShortWeekdays(tokens: readonly Token[], at: number): Read | null {
  const [first, mark, ...rest] = tokens.slice(at, at + 5).map(({ text }) => text);
  const dotted = mark === '.' ? rest : [mark, ...rest];
  const isRange = /^(?:-|~|〜|から|to|bis|a|au|ao)$/.test(dotted[0] ?? '');
  const days = [shortWeekday(first ?? ''), shortWeekday(dotted[1] ?? '')].filter((day) => day !== null);
  return isRange && days.length === 2 ? { claims: weekdayClaims(days), next: at + (mark === '.' ? 4 : 3) } : null;
}

function readWeekdays(tokens: readonly Token[], at: number): Read | null {
  const days = weekdaysOf(
    tokens[at]?.text ?? '',
    tokens.slice(at + 1, at + 3).map(({ text }) => text),
  );
  return days.length > 0 ? { claims: weekdayClaims(days), next: at + 1 } : readShortWeekdays(tokens, at);
}

/** A day, month or weekday that begins here. */
export const readDate = (tokens: readonly Token[], at: number): Read | null =>
  readNumericDate(tokens, at) ??
  readWideDate(tokens, at) ??
  readDayFirst(tokens, at) ??
  readMonthFirst(tokens, at) ??
  readSlashed(tokens, at) ??
  readWeekdays(tokens, at);
