import type { DayCount } from '../../../backend/contract/overview.ts';
import type { StackColumn } from '../../ui/chart/StackedChart.tsx';
import { MOST_SERIES } from '../../ui/chart/series-look.ts';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { type Days, todayIn } from '../parts/days.ts';
import { type Folded, foldSeries, isPart } from './volume/fold-series.ts';

type Columns = Pick<Folded, 'isWeekly' | 'series'> & {
  columnHead: string;
  columns: StackColumn[];
  /** Of one key, 0 where nothing is known of it. */
  values(key: string): readonly number[];
};

/** Columns of days, or of weeks in long ranges, also for those on which nothing happened. `tickets` may count anything. */
export function useColumns(counts: readonly DayCount[], days: Days & { timeZone: string }): Columns {
  const { t, day, shortDay } = usePageWords();
  const today = todayIn(days.timeZone);
  const { isWeekly, columns, series } = foldSeries(counts, days, MOST_SERIES);
  return {
    isWeekly,
    series,
    columnHead: t(isWeekly ? 'chart.week' : 'chart.day'),
    columns: columns.map((key) => ({
      key,
      label: day(key),
      short: shortDay(key),
      isPart: isPart(key, isWeekly, days, today),
    })),
    values: (key) => series.find((each) => each.key === key)?.values ?? columns.map(() => 0),
  };
}
