import { describe, expect, it } from 'vitest';
import { scheduleOf, scheduleSchema, unknownSchedules } from './schedules.ts';

const WEEK_MS = 7 * 86_400_000;
const mondays = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => new Date(Date.UTC(2026, 0, 5) + n * WEEK_MS).toISOString().slice(0, 10));
const faultsOf = (schedule: object): string[] =>
  scheduleSchema.safeParse(schedule).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
const berlin = { timeZone: 'Europe/Berlin', hours: { mon: [['09:00', '17:30']] } };

describe('a schedule', () => {
  it('may have breaks, nights that end at 24:00, and holidays', () => {
    const hours = {
      mon: [
        ['09:00', '12:00'],
        ['12:00', '24:00'],
      ],
      tue: [['00:00', '06:00']],
      sun: [],
    };
    expect(faultsOf({ ...berlin, hours, holidays: ['2026-12-25'] })).toEqual([]);
    expect(scheduleSchema.parse(berlin).holidays).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown zone', { ...berlin, timeZone: 'Europe/Berln' }, /^timeZone: no such time zone/],
    ['what is a zone to browsers alone', { ...berlin, timeZone: 'SST' }, /^timeZone: no such time zone/],
    ['a bare offset, which knows no summer time', { ...berlin, timeZone: '+02:00' }, /^timeZone: no such time zone/],
    [
      'a time that does not exist',
      { ...berlin, hours: { mon: [['09:00', '24:30']] } },
      /^hours\.mon\.0\.1: a time is HH:MM/,
    ],
    [
      'hours that end before they begin',
      { ...berlin, hours: { fri: [['22:00', '06:00']] } },
      /^hours\.fri\.0: an interval ends after/,
    ],
    [
      'hours that overlap',
      {
        ...berlin,
        hours: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
      /^hours\.mon: .*do not overlap/,
    ],
    [
      'hours out of order',
      {
        ...berlin,
        hours: {
          mon: [
            ['13:00', '15:00'],
            ['09:00', '11:00'],
          ],
        },
      },
      /^hours\.mon: .*in order/,
    ],
    ['an unknown day', { ...berlin, hours: { ...berlin.hours, monday: [['09:00', '11:00']] } }, /^hours: .*monday/],
    ['a week without an open hour', { ...berlin, hours: { mon: [] } }, /^hours: a week has at least one open interval/],
    ['a holiday that is no date', { ...berlin, holidays: ['2026-02-30'] }, /^holidays\.0: a holiday is a date/],
    [
      'a year of holidays',
      { ...berlin, holidays: mondays(53) },
      /^holidays: it never opens in the year from 2025-12-30/,
    ],
  ])('refuses %s and says where', (_, schedule, fault) => {
    expect(faultsOf(schedule)).toEqual([expect.stringMatching(fault)]);
  });

  it('may be shut for almost a year', () => {
    expect(faultsOf({ ...berlin, holidays: mondays(51) })).toEqual([]);
  });
});

describe('a team', () => {
  const schedules = { office: scheduleSchema.parse(berlin) };
  const teams = { billing: { schedule: 'office' }, sales: {}, lost: { schedule: 'gone' } };

  it('keeps the hours of its schedule, or all of them', () => {
    expect(scheduleOf('billing', { schedules, teams })).toBe(schedules.office);
    for (const team of ['sales', 'lost', 'nobody', 'constructor'])
      expect(scheduleOf(team, { schedules, teams })).toBeNull();
  });

  it('is told that its schedule does not exist', () => {
    expect(unknownSchedules({ schedules, teams })).toEqual([
      { path: ['teams', 'lost', 'schedule'], message: 'there is no schedule gone' },
    ]);
  });
});
