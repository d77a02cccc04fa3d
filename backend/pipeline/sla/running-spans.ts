import { type Schedule, WEEKDAYS } from '../../contract/schedules.ts';
import { stretchAt } from './offsets.ts';

/** A stretch of time, in ms since 1970; its end is not part of it. */
export type Span = { from: number; to: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 3;
/** What takes longer is a fault of the rules and must not hold a worker. */
const FARTHEST = 40 * 366 * DAY;

type Week = { opens: Span[][]; holidays: ReadonlySet<number> };
const weeks = new WeakMap<Schedule, Week>();

const readClock = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE;

function weekOf(schedule: Schedule): Week {
  const kept = weeks.get(schedule);
  if (kept) return kept;
  const week = {
    opens: WEEKDAYS.map((day) =>
      (schedule.hours[day] ?? []).map(([from, to]) => ({ from: readClock(from), to: readClock(to) })),
    ),
    holidays: new Set(schedule.holidays.map((date) => Date.parse(date) / DAY)),
  };
  weeks.set(schedule, week);
  return week;
}

/** The hours of a day, counted from its midnight; `day` in days since 1970. */
const hoursOn = (day: number, { opens, holidays }: Week): readonly Span[] =>
  holidays.has(day) ? [] : (opens[(((day + EPOCH_WEEKDAY) % 7) + 7) % 7] ?? []);

/**
 * When it is open, from then on: whenever the clocks of the zone show an hour of the schedule. An hour that summer time
 * skips is no hour, and one that it repeats is two.
 */
function* openSpans(start: number, schedule: Schedule | null): Generator<Span> {
  const end = start + FARTHEST;
  if (!schedule) return yield { from: start, to: end };
  const week = weekOf(schedule);
  for (let at = start; at < end; ) {
    const { offset, until } = stretchAt(schedule.timeZone, at);
    const last = Math.min(until, end);
    for (let day = Math.floor((at + offset) / DAY); day * DAY - offset < last; day += 1) {
      const midnight = day * DAY - offset;
      for (const { from, to } of hoursOn(day, week)) {
        const span = { from: Math.max(at, midnight + from), to: Math.min(last, midnight + to) };
        if (span.from < span.to) yield span;
      }
    }
    at = last;
  }
}

/** What of a span no pause takes away; the pauses in order. */
function* without(span: Span, pauses: readonly Span[]): Generator<Span> {
  let { from } = span;
  for (const pause of pauses) {
    if (pause.to <= from || pause.from >= span.to) continue;
    if (pause.from > from) yield { from, to: pause.from };
    from = pause.to;
  }
  if (from < span.to) yield { from, to: span.to };
}

/** When a clock runs that starts then: in the open hours (null: always) and not in a pause. It ends after 40 years. */
export function* runningSpans(start: number, schedule: Schedule | null, pauses: readonly Span[]): Generator<Span> {
  const ordered = pauses.toSorted((a, b) => a.from - b.from);
  for (const span of openSpans(start, schedule)) yield* without(span, ordered);
}
