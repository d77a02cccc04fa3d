import { z } from 'zod';

/** In the order of Temporal's and ISO's weekdays: Monday is 1. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const DAY_MS = 86_400_000;
/** A schedule that is shut for so long in one go promises nothing. */
const LONGEST_SHUT_DAYS = 366;
const MAX_INTERVALS = 12;

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time is HH:MM from 00:00, at most 24:00');
const intervalSchema = z
  .tuple([clock, clock], 'an interval is two times, such as ["09:00", "17:30"]')
  .refine(([from, to]) => from < to, 'an interval ends after it begins; one over midnight is two, split at 24:00');

const daySchema = z
  .array(intervalSchema)
  .max(MAX_INTERVALS)
  .refine(
    (intervals) => intervals.every(([from], at) => at === 0 || (intervals[at - 1]?.[1] ?? '') <= from),
    'the intervals of a day stand in order and do not overlap',
  );

/** Names that Intl takes, no database of time zones has, and Temporal refuses. */
const NO_ZONES = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' '),
);

const isZone = (name: string): boolean => {
  try {
    return (
      /^[A-Za-z]/.test(name) &&
      !NO_ZONES.has(name.toUpperCase()) &&
      Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
    );
  } catch {
    return false;
  }
};

export const timeZoneSchema = z.string().refine(isZone, 'no such time zone; give its IANA name, such as Europe/Berlin');

const weekdayOf = (day: number): (typeof WEEKDAYS)[number] | undefined =>
  WEEKDAYS[(new Date(day * DAY_MS).getUTCDay() + 6) % 7];

/** Days since 1970 of the first day of the longest time in which a holiday leaves no open day, if that is too long. */
function shutFrom({ hours, holidays }: Pick<Schedule, 'hours' | 'holidays'>): string | null {
  const shut = new Set(holidays.map((date) => Date.parse(date) / DAY_MS));
  const isOpen = (day: number) => !shut.has(day) && (hours[weekdayOf(day) ?? 'mon']?.length ?? 0) > 0;
  let run = 0;
  const days = [...shut].toSorted((a, b) => a - b);
  for (let day = (days[0] ?? 0) - 7; day <= (days.at(-1) ?? -8) + 7; day += 1) {
    run = isOpen(day) ? 0 : run + 1;
    if (run >= LONGEST_SHUT_DAYS) return new Date((day - run + 1) * DAY_MS).toISOString().slice(0, 10);
  }
  return null;
}

const holiday = z.iso
  .date('a holiday is a date, such as 2026-12-25')
  .refine((date) => date >= '2000' && date < '2200', 'a holiday is in the years 2000 to 2199');

export const scheduleSchema = z
  .strictObject({
    /** As IANA names it, so that summer time is known. */
    timeZone: timeZoneSchema,
    hours: z
      .partialRecord(z.enum(WEEKDAYS), daySchema)
      .refine(
        (hours) => Object.values(hours).some(({ length }) => length > 0),
        'a week has at least one open interval',
      ),
    /** Days of that time zone on which nobody works. */
    holidays: z.array(holiday).max(1_000).default([]),
  })
  .superRefine((schedule, context) => {
    const from = shutFrom(schedule);
    if (from)
      context.addIssue({ code: 'custom', path: ['holidays'], message: `it never opens in the year from ${from} on` });
  });
export type Schedule = z.output<typeof scheduleSchema>;

const NAMED = 'a name is lower-case letters, digits and _';
const name = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, NAMED);
/** Zod would only say that the key is not valid. */
const ofKeys = { error: ({ code }: { code: string }) => (code === 'invalid_key' ? NAMED : undefined) };

/** Business hours by name. */
export const schedulesSchema = z.record(name, scheduleSchema, ofKeys).default({});
export type Schedules = z.output<typeof schedulesSchema>;

/** What is said of a team beyond its name; a team without a schedule works at all hours. */
export const teamsSchema = z.record(name, z.strictObject({ schedule: name.optional() }), ofKeys).default({});
export type Teams = z.output<typeof teamsSchema>;

/** The teams whose schedule does not exist, as paths with what is wrong. */
export const unknownSchedules = ({ schedules, teams }: { schedules: Schedules; teams: Teams }) =>
  Object.entries(teams).flatMap(([team, { schedule }]) =>
    schedule === undefined || Object.hasOwn(schedules, schedule)
      ? []
      : [{ path: ['teams', team, 'schedule'], message: `there is no schedule ${schedule}` }],
  );

/** The hours that a team keeps; null: all of them. */
export function scheduleOf(
  team: string,
  { schedules, teams }: { schedules: Schedules; teams: Teams },
): Schedule | null {
  const named = Object.hasOwn(teams, team) ? teams[team]?.schedule : undefined;
  return named === undefined || !Object.hasOwn(schedules, named) ? null : (schedules[named] ?? null);
}
