import { PRIORITY_OF } from '../../contract/priority.ts';
import { type Sentiment, sentimentSchema, type Urgency, urgencySchema } from '../../contract/taxonomy.ts';
import type { Satisfaction } from '../../ports/knowledge.ts';

/** A row's values as text: a cell, a string, a number; nothing else says anything. */
export type Values = { text(name: string): string };

export const valuesOf = (row: ReadonlyMap<string, unknown>): Values => ({
  text: (name) => {
    const value = row.get(name);
    const says = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return says ? String(value).trim() : '';
  },
});

/** `undefined`: there is a value, and none that is known. */
type Known<T> = T | null | undefined;

const EMPTY = new Set(['', 'null', 'none', '-', 'n/a', 'unoffered', 'offered']);
const isEmpty = (text: string): boolean => EMPTY.has(text.toLowerCase());

const URGENCY_OF = new Map<string, Urgency>(
  urgencySchema.options.flatMap((urgency) => [
    [urgency.toLowerCase(), urgency],
    [PRIORITY_OF[urgency], urgency],
  ]),
);
const SATISFACTION_OF = new Map<string, Satisfaction>([
  ...['good', 'positive', 'satisfied', '4', '5'].map((word): [string, Satisfaction] => [word, 'good']),
  ...['bad', 'negative', 'dissatisfied', '1', '2'].map((word): [string, Satisfaction] => [word, 'bad']),
]);
const NEITHER_GOOD_NOR_BAD = '3';

export const readUrgency = (text: string): Known<Urgency> =>
  isEmpty(text) ? null : URGENCY_OF.get(text.toLowerCase());

export const readSentiment = (text: string): Known<Sentiment> =>
  isEmpty(text) ? null : sentimentSchema.safeParse(text.toLowerCase()).data;

export const readSatisfaction = (text: string): Known<Satisfaction> =>
  isEmpty(text) || text === NEITHER_GOOD_NOR_BAD ? null : SATISFACTION_OF.get(text.toLowerCase());

export const readCategory = (text: string): string | null =>
  isEmpty(text) ? null : text.toLowerCase().replaceAll(/[\s-]+/g, '_');

const YES = new Set(['true', 'yes', 'y', 'x', '1']);
const NO = new Set(['false', 'no', 'n', '0']);

export const readYes = (text: string): boolean => YES.has(text.toLowerCase());

/** How often; a plain yes is once. */
export function readReopens(text: string): number | null {
  if (isEmpty(text)) return null;
  if (NO.has(text.toLowerCase())) return 0;
  return readYes(text) ? 1 : readHours(text);
}

export function readHours(text: string): number | null {
  const hours = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(hours) && hours >= 0 ? hours : null;
}

const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})?$/i;
export const readLocale = (text: string): string | null => (LANGUAGE.test(text) ? text.toLowerCase() : null);
export const readLanguage = (text: string): string | null => readLocale(text)?.split(/[-_]/)[0] ?? null;

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** In UTC, as a date without a zone is taken. */
export function readDate(text: string): Known<string> {
  if (isEmpty(text)) return null;
  const time = TIME.exec(text);
  if (!DATE.test(text) && !time) return undefined;
  const date = new Date(time && !time[1] ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Where people find it; what stands behind `?` may name somebody. */
export function readUrl(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) && url.href.length <= 500 ? url.origin + url.pathname : null;
}

const ID = /^[^\s\p{C}]{1,100}$/u;
export const readId = (text: string): string | null => (ID.test(text) ? text : null);
