import { isPersonal } from '../courtesies.ts';
import { statesFact } from './facts.ts';

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]{0,40}\]/;
/** Order numbers and full dates: of one case, also in an approved answer. */
const CASE = /#\d|\p{Lu}{2}-?\d{3}|\d[./-]\d{1,2}[./-]\d/u;
/** Weekdays and words such as "yesterday": true on the day they were written. */
const DAY = new RegExp(
  `(?<!\\p{L})(?:${['en', 'es', 'fr', 'de', 'pt', 'ja'].flatMap(weekdaysOf).join('|')}|yesterday|tonight|ayer|hier|demain|gestern|ontem)(?!\\p{L})|昨日|本日|今朝`,
  'iu',
);
const ENDED = /[.!?。！？…]["'”»」）)]?$/u;
const LONGEST = 400;

/** Fit to be said to anyone: not too long, and nobody's data. */
export const isPlain = (text: string): boolean => text.length <= LONGEST && !PLACEHOLDER.test(text);

/** Fit to be said to another customer than the one it was written for; figures and promises only where a person approved them. */
export const isGeneral = (text: string, approved: boolean): boolean =>
  isPlain(text) && !(approved ? CASE.test(text) : statesFact(text)) && !DAY.test(text) && !isPersonal(text);

export const isWhole = (sentence: string): boolean => ENDED.test(sentence);

function weekdaysOf(language: string): string[] {
  const { format } = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format(Date.UTC(2024, 0, 1 + day)));
}
