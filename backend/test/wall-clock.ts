import { type Schedule, WEEKDAYS } from '../contract/schedules.ts';

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  return format;
}

/** What a clock on a wall shows and what a calendar beside it says, by Intl. */
export function wallTime(at: number, timeZone: string) {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { weekday = '', year, month, day, hour, minute } = parts;
  return { weekday: weekday.toLowerCase(), date: `${year}-${month}-${day}`, clock: `${hour}:${minute}` };
}

/** Whether a person who looks at that wall would say that it is open. */
export function isOpenAt(at: number, { timeZone, hours, holidays }: Schedule): boolean {
  const { weekday, date, clock } = wallTime(at, timeZone);
  const day = WEEKDAYS.find((name) => name === weekday);
  if (!day || holidays.includes(date)) return false;
  return (hours[day] ?? []).some(([from, to]) => from <= clock && clock < to);
}

/** Minute by minute. */
export function countOpenMinutes(from: number, to: number, schedule: Schedule): number {
  let open = 0;
  for (let at = from; at < to; at += MINUTE) if (isOpenAt(at, schedule)) open += 1;
  return open;
}
