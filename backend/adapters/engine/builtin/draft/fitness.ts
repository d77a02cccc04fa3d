import { isPersonal } from '../courtesies.ts';

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]{0,40}\]/;
/** Amounts, dates, clock times, order numbers: true in the ticket they come from. */
const PARTICULAR =
  /\p{Sc}|\d{4}|\d[:./-]\d|#\d|\p{Lu}{2}-?\d|\b(?:EUR|USD|GBP|JPY|CHF)\b|\d ?(?:[Ee]uros?|円|ユーロ|dollars?)/u;
/** "7.4" or "7.4.2": the same for everyone, unlike "7.4." or "7.4 €". */
const VERSION = /(?<![\d.:/-])\d\.\d{1,2}(?:\.\d{1,2}|(?!\.))(?![\d:/-]| ?(?:\p{Sc}|EUR|USD|Uhr))/gu;
/** Weekdays and words such as "yesterday": true on the day they were written. */
const DAY = new RegExp(
  `(?<!\\p{L})(?:${['en', 'es', 'fr', 'de', 'pt', 'ja'].flatMap(weekdaysOf).join('|')}|yesterday|tonight|ayer|hier|demain|gestern|ontem)(?!\\p{L})|昨日|本日|今朝`,
  'iu',
);
const ENDED = /[.!?。！？…]["'”»」）)]?$/u;
const LONGEST = 400;

/** Fit to be said to anyone: not too long, and nobody's data. */
export const isPlain = (text: string): boolean => text.length <= LONGEST && !PLACEHOLDER.test(text);

/** Fit to be said to another customer than the one it was written for. */
export const isGeneral = (text: string): boolean =>
  isPlain(text) && !PARTICULAR.test(text.replace(VERSION, '')) && !DAY.test(text) && !isPersonal(text);

export const isWhole = (sentence: string): boolean => ENDED.test(sentence);

function weekdaysOf(language: string): string[] {
  const { format } = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format(Date.UTC(2024, 0, 1 + day)));
}
