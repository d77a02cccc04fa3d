import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Schedule, scheduleSchema, WEEKDAYS } from '../../contract/schedules.ts';
import { countOpenMinutes } from '../../test/wall-clock.ts';
import { businessMs, dueAt } from './due-at.ts';
import type { Span } from './running-spans.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONES = Intl.supportedValuesOf('timeZone');

const allDay = (timeZone: string): Schedule => ({
  timeZone,
  hours: Object.fromEntries(WEEKDAYS.map((day) => [day, [['00:00', '24:00']]])),
  holidays: [],
});
const at = (local: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 * 60 }), { minLength: 0, maxLength: 6 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) =>
    Array.from({ length: Math.floor(edges.length / 2) }, (_, n): [string, string] => [
      clockOf(edges[2 * n] ?? 0),
      clockOf(edges[2 * n + 1] ?? 0),
    ]),
  );
const zones = fc.constantFrom(...ZONES);
/** Moments on a minute in 2024–2028, half of them within two days before the zone changes its clocks. */
const momentIn = (timeZone: string) =>
  fc
    .tuple(
      fc.integer({ min: Date.UTC(2024, 0) / MINUTE, max: Date.UTC(2028, 0) / MINUTE }),
      fc.boolean(),
      fc.integer({ min: 0, max: 2 * 24 * 60 }),
    )
    .map(([minute, near, before]) => {
      const next = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE)
        .toZonedDateTimeISO(timeZone)
        .getTimeZoneTransition('next');
      return near && next ? next.epochMilliseconds - before * MINUTE : minute * MINUTE;
    });
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** With fewer minutes a week, the longest hours below would not be over in the 40 years that are looked at. */
const LEAST_OPEN = 30;
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const openMinutes = ({ hours }: Schedule): number =>
  Object.values(hours)
    .flat()
    .reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0);

const cases = zones
  .chain((timeZone) =>
    fc
      .record({
        week: fc.tuple(...WEEKDAYS.map(() => intervals)),
        start: momentIn(timeZone),
        offDays: fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 3 }),
      })
      .map(({ week, start, offDays }) => ({
        start,
        schedule: {
          timeZone,
          hours: Object.fromEntries(WEEKDAYS.map((day, n) => [day, week[n] ?? []])),
          holidays: [...new Set(offDays.map((day) => dateOf(start + day * DAY)))],
        } satisfies Schedule,
      })),
  )
  .filter(({ schedule }) => scheduleSchema.safeParse(schedule).success && openMinutes(schedule) >= LEAST_OPEN);
const pausesFrom = (start: number, lengths: [number, number][]): Span[] =>
  lengths.map(([wait, length]) => ({ from: start + wait * MINUTE, to: start + (wait + length) * MINUTE }));
const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 3_000 })), {
  maxLength: 4,
});
const hours = fc.integer({ min: 1, max: 240 * 60 }).map((minutes) => minutes / 60);

describe('business time', () => {
  it('is what a wall clock and a calendar show, minute by minute', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 2 * 24 * 60 }), ({ start, schedule }, minutes) => {
        const end = start + minutes * MINUTE;
        expect(businessMs(start, end, schedule)).toBe(countOpenMinutes(start, end, schedule) * MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  it('up to the due time is what was promised, and not before', () => {
    fc.assert(
      fc.property(cases, hours, pauses, ({ start, schedule }, promised, lengths) => {
        const paused = pausesFrom(start, lengths);
        const due = dueAt(start, promised, schedule, paused);
        expect(businessMs(start, due, schedule, paused)).toBe(Math.round(promised * HOUR));
        expect(businessMs(start, due - 1, schedule, paused)).toBe(Math.round(promised * HOUR) - 1);
      }),
      { numRuns: 300 },
    );
  });

  it('makes a later start, more hours or a longer pause never due earlier', () => {
    fc.assert(
      fc.property(cases, hours, hours, pauses, fc.nat(10_000), ({ start, schedule }, one, other, lengths, later) => {
        const paused = pausesFrom(start, lengths);
        const due = dueAt(start, one, schedule, paused);
        expect(dueAt(start, one + other, schedule, paused)).toBeGreaterThan(due);
        expect(dueAt(start + later * MINUTE, one, schedule, paused)).toBeGreaterThanOrEqual(due);
        expect(dueAt(start, one, schedule, paused.slice(1))).toBeLessThanOrEqual(due);
      }),
      { numRuns: 200 },
    );
  });

  it('adds up over any moment between', () => {
    fc.assert(
      fc.property(cases, fc.nat(30_000), fc.nat(30_000), pauses, ({ start, schedule }, first, second, lengths) => {
        const paused = pausesFrom(start, lengths);
        const [middle, end] = [start + first * MINUTE, start + (first + second) * MINUTE];
        const parts = businessMs(start, middle, schedule, paused) + businessMs(middle, end, schedule, paused);
        expect(businessMs(start, end, schedule, paused)).toBe(parts);
      }),
      { numRuns: 200 },
    );
  });

  it('is every hour of a year where it is always open, in every zone', () => {
    const wrong = ZONES.filter((zone) => {
      const [from, to] = [at('2026-01-01T00:00', zone), at('2027-01-01T00:00', zone)];
      return businessMs(from, to, allDay(zone)) !== to - from;
    });
    expect(wrong).toEqual([]);
  });
});
