import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Schedule, WEEKDAYS } from '../../contract/schedules.ts';
import { dueAt } from './due-at.ts';

const office = (over: Partial<Schedule> = {}): Schedule => ({
  timeZone: 'Europe/Berlin',
  hours: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [['09:00', '17:30']]])),
  holidays: [],
  ...over,
});
const allDay = (timeZone: string): Schedule =>
  office({ timeZone, hours: Object.fromEntries(WEEKDAYS.map((day) => [day, [['00:00', '24:00']]])) });

/** Moments as an agent of that zone would write them. */
const at = (local: string, timeZone = 'Europe/Berlin'): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
const shown = (ms: number, timeZone = 'Europe/Berlin'): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDateTime().toString();

describe('when it is due', () => {
  const split = office({
    hours: {
      mon: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
      tue: [['22:00', '24:00']],
      wed: [['00:00', '06:00']],
    },
  });
  const cases: [
    string,
    { from: string; hours: number; schedule?: Schedule | null; pauses?: [string, string][] },
    string,
  ][] = [
    ['at all hours without a schedule', { from: '2026-06-05T17:00', hours: 24, schedule: null }, '2026-06-06T17:00:00'],
    ['within a day', { from: '2026-06-03T10:00', hours: 4 }, '2026-06-03T14:00:00'],
    ['on the next morning', { from: '2026-06-03T16:30', hours: 2 }, '2026-06-04T10:00:00'],
    [
      'at the end of a day rather than at the next one’s begin',
      { from: '2026-06-03T15:30', hours: 2 },
      '2026-06-03T17:30:00',
    ],
    ['after a weekend', { from: '2026-06-05T17:00', hours: 1 }, '2026-06-08T09:30:00'],
    ['from the opening on when it came at night', { from: '2026-06-03T02:00', hours: 1 }, '2026-06-03T10:00:00'],
    [
      'after a holiday',
      { from: '2026-06-05T17:00', hours: 1, schedule: office({ holidays: ['2026-06-08'] }) },
      '2026-06-09T09:30:00',
    ],
    ['after a break at noon', { from: '2026-06-08T11:00', hours: 2, schedule: split }, '2026-06-08T14:00:00'],
    ['in a night shift over midnight', { from: '2026-06-09T23:00', hours: 3, schedule: split }, '2026-06-10T02:00:00'],
    [
      'an hour later by the clock when summer time begins',
      { from: '2026-03-29T00:00', hours: 3, schedule: allDay('Europe/Berlin') },
      '2026-03-29T04:00:00',
    ],
    [
      'an hour earlier by the clock when summer time ends',
      { from: '2026-10-25T00:00', hours: 4, schedule: allDay('Europe/Berlin') },
      '2026-10-25T03:00:00',
    ],
    [
      'not in an hour that summer time skips',
      {
        from: '2026-03-29T00:00',
        hours: 1,
        schedule: office({
          hours: {
            sun: [
              ['02:15', '02:45'],
              ['05:00', '07:00'],
            ],
          },
        }),
      },
      '2026-03-29T06:00:00',
    ],
    [
      'twice in an hour that the clocks repeat',
      { from: '2026-10-25T00:00', hours: 1, schedule: office({ hours: { sun: [['02:15', '02:45']] } }) },
      '2026-10-25T02:45:00',
    ],
    [
      'later by a pause',
      { from: '2026-06-03T10:00', hours: 4, pauses: [['2026-06-03T11:00', '2026-06-03T12:30']] },
      '2026-06-03T15:30:00',
    ],
    [
      'no later by a pause at night',
      { from: '2026-06-03T16:30', hours: 2, pauses: [['2026-06-03T18:00', '2026-06-04T08:00']] },
      '2026-06-04T10:00:00',
    ],
    [
      'by pauses that overlap only once',
      {
        from: '2026-06-03T10:00',
        hours: 2,
        pauses: [
          ['2026-06-03T11:00', '2026-06-03T13:00'],
          ['2026-06-03T10:30', '2026-06-03T12:00'],
        ],
      },
      '2026-06-03T14:30:00',
    ],
  ];
  it.each(cases)('%s', (_, { from, hours, schedule = office(), pauses = [] }, due) => {
    const spans = pauses.map(([start, end]) => ({ from: at(start), to: at(end) }));
    expect(shown(dueAt(at(from), hours, schedule, spans))).toBe(due);
  });

  it('in a zone that has no such day', () => {
    // Samoa went from 29 to 31 December 2011.
    const zone = 'Pacific/Apia';
    expect(shown(dueAt(at('2011-12-29T12:00', zone), 24, allDay(zone)), zone)).toBe('2011-12-31T12:00:00');
  });

  it('in the end, also when the rules ask for more hours than there are', () => {
    const due = dueAt(at('2026-06-03T10:00'), 1e9, office());
    expect(new Date(due).getUTCFullYear()).toBeLessThan(2070);
  });
});
