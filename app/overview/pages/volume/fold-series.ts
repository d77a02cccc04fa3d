import type { DayCount } from '../../../../backend/contract/overview.ts';
import { addDays, type Days, eachDay, lengthOf, mondayOf } from '../../parts/days.ts';

/** From here on a column is a week. */
const MOST_COLUMNS = 120;

/** `key` null: all that have no series of their own. `values`: one for each column. */
export type Series = { key: string | null; values: number[]; total: number };
export type Folded = { isWeekly: boolean; columns: string[]; series: Series[]; total: number };

/** Not over yet, or cut off by the range: its number is no low one. */
export const isPart = (column: string, isWeekly: boolean, { from, to }: Days, today: string): boolean =>
  isWeekly ? column < from || addDays(column, 6) > to : column === today;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Columns of days or, in long ranges, of weeks (by their Monday); the `most` largest series, and the rest as one. */
export function foldSeries(counts: readonly DayCount[], days: Days, most: number): Folded {
  const isWeekly = lengthOf(days) > MOST_COLUMNS;
  const columnOf = (day: string) => (isWeekly ? mondayOf(day) : day);
  const columns = [...new Set(eachDay(days).map(columnOf))];
  const placeOf = new Map(columns.map((column, index) => [column, index]));
  const rows = new Map<string, number[]>();
  for (const { day, key, tickets } of counts) {
    const place = placeOf.get(columnOf(day));
    if (place === undefined) continue;
    const row = rows.get(key) ?? columns.map(() => 0);
    row[place] = (row[place] ?? 0) + tickets;
    rows.set(key, row);
  }
  const all = [...rows]
    .map(([key, values]) => ({ key, values, total: sum(values) }))
    .sort((a, b) => b.total - a.total || a.key.localeCompare(b.key));
  const rest = all.slice(most);
  const other = columns.map((_, index) => sum(rest.map(({ values }) => values[index] ?? 0)));
  const series: Series[] = all.slice(0, most);
  if (rest.length > 0) series.push({ key: null, values: other, total: sum(other) });
  return { isWeekly, columns, series, total: sum(series.map(({ total }) => total)) };
}
