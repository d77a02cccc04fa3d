/** The longest range that a view shows: MOST_DAYS of the contract, whose file would bring its checks along. */
export const MOST_DAYS = 400;
const DAY_MS = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Both included, `YYYY-MM-DD`. */
export type Days = { from: string; to: string };

/** Days since 1970 of a day such as `2026-03-02`. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY_MS);
export const dayAt = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
export const addDays = (day: string, days: number): string => dayAt(dayNumber(day) + days);
export const lengthOf = ({ from, to }: Days): number => dayNumber(to) - dayNumber(from) + 1;

export const eachDay = (days: Days): string[] =>
  Array.from({ length: Math.max(0, lengthOf(days)) }, (_, index) => addDays(days.from, index));

/** The Monday of its week; 1970 began on a Thursday. */
export const mondayOf = (day: string): string => addDays(day, -((dayNumber(day) + 3) % 7));

export const isDay = (text: string | null): text is string =>
  text !== null && FORM.test(text) && !Number.isNaN(Date.parse(text)) && dayAt(dayNumber(text)) === text;

export type RangeFault = 'order' | 'long';
export function faultOf(days: Days): RangeFault | null {
  if (days.from > days.to) return 'order';
  return lengthOf(days) > MOST_DAYS ? 'long' : null;
}

/** The day that it is somewhere, such as in `Europe/Berlin`; here where the zone is not known. */
export function todayIn(timeZone: string | undefined, now = new Date()): string {
  const format = (zone: string | undefined) => new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const parts = format(timeZone).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
