import type { Spend } from '../../../../backend/contract/overview.ts';
import { addDays, dayNumber } from '../../parts/days.ts';

const MEAN_OF_DAYS = 7;

type SpendDay = Spend['days'][number];
type Known = { days: readonly SpendDay[]; month: string; spentUsd: number; today: string };
/** `days`: how many whole days the mean is of. */
export type Forecast = { usd: number; days: number };

export const isPaid = ({ purpose }: Pick<SpendDay, 'purpose'>): boolean => purpose !== 'spared';
export const usdOf = (days: readonly SpendDay[]): number =>
  days.filter(isPaid).reduce((sum, { usd }) => sum + (usd ?? 0), 0);

/** Of a month such as `2026-03`. */
export function daysIn(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/**
 * What will be spent by the end of the month if each day that is left costs the mean of the last whole ones, at most 7
 * and none from before the first call. Null before there is a whole day, and of any month but today's.
 */
export function forecastOf({ days, month, spentUsd, today }: Known): Forecast | null {
  const paid = days.filter(isPaid);
  const first = paid.reduce((least, { day }) => (day < least ? day : least), today);
  const weekAgo = addDays(today, -MEAN_OF_DAYS);
  const from = first > weekAgo ? first : weekAgo;
  const whole = dayNumber(today) - dayNumber(from);
  if (whole < 1 || !today.startsWith(month)) return null;
  const mean = usdOf(paid.filter(({ day }) => day >= from && day < today)) / whole;
  const spentToday = usdOf(paid.filter(({ day }) => day === today));
  const daysLeft = daysIn(month) - Number(today.slice(8));
  return { usd: spentUsd + Math.max(0, mean - spentToday) + mean * daysLeft, days: whole };
}
