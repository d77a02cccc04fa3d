import { Temporal } from 'temporal-polyfill';
import { MOST_DAYS } from '../contract/overview.ts';
import type { DayRange } from '../ports/overview.ts';

const DEFAULT_DAYS = 28;
export const RECENT_DAYS = 7;
const BEFORE_DAYS = 28;

export const today = (timeZone: string, now: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

/** The days that are asked for; what is left out makes them the last 28 up to today. Never more than MOST_DAYS. */
export function rangeOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  { timeZone, now }: { timeZone: string; now: Date },
): DayRange {
  const last = to ? Temporal.PlainDate.from(to) : today(timeZone, now);
  const earliest = last.subtract({ days: MOST_DAYS - 1 }).toString();
  const first = from ?? last.subtract({ days: DEFAULT_DAYS - 1 }).toString();
  return { from: first < earliest ? earliest : first, to: last.toString() };
}

/** How many of these days there are from the first that something was counted on. */
export function countedDays({ from, to }: DayRange, tallies: readonly { day: string }[]): number {
  const first = tallies.reduce((least, { day }) => (day < least ? day : least), to);
  return tallies.length === 0 ? 0 : Temporal.PlainDate.from(first < from ? from : first).until(to).days + 1;
}

/** The last seven whole days, and the 28 before them. */
export function driftRanges(timeZone: string, now: Date): { recent: DayRange; before: DayRange } {
  const yesterday = today(timeZone, now).subtract({ days: 1 });
  const begins = yesterday.subtract({ days: RECENT_DAYS - 1 });
  const ends = begins.subtract({ days: 1 });
  return {
    recent: { from: begins.toString(), to: yesterday.toString() },
    before: { from: ends.subtract({ days: BEFORE_DAYS - 1 }).toString(), to: ends.toString() },
  };
}
