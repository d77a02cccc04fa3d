import { type Schedule, WEEKDAYS } from '../../../../backend/contract/schedules.ts';

export type Weekday = (typeof WEEKDAYS)[number];
export type Interval = [string, string];

const OFFICE: Interval[] = [['09:00', '17:00']];

export const newSchedule = (timeZone: string): Schedule => ({
  timeZone,
  hours: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
  holidays: [],
});

/** Days in their order; one without hours stays out. */
export function withDay({ hours, ...rest }: Schedule, day: Weekday, intervals: Interval[]): Schedule {
  const all = { ...hours, [day]: intervals };
  const open = WEEKDAYS.filter((other) => (all[other]?.length ?? 0) > 0);
  return { ...rest, hours: Object.fromEntries(open.map((other) => [other, all[other]])) };
}

/** `9:30` as people type it, `09:30` as it is kept. */
export const asClock = (typed: string): string => (/^\d:\d\d$/.test(typed) ? `0${typed}` : typed);

/** Where one more stretch of the same day begins: after the last, or in the morning. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  const from = intervals.at(-1)?.[1];
  return from === undefined ? ['09:00', '17:00'] : [from, '24:00'];
}

/** Under another name in the same place; as it was where that name is taken. */
export function renamed<T>(record: Record<string, T>, from: string, to: string): Record<string, T> {
  if (to !== from && Object.hasOwn(record, to)) return record;
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name === from ? to : name, value]));
}

export const without = <T>(record: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== name));
