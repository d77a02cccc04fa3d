import type { Spend } from '../../../../backend/contract/overview.ts';
import { StackedChart } from '../../../ui/chart/StackedChart.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { useColumns } from '../useColumns.ts';
import { daysIn, isPaid } from './forecast.ts';
import { asKey, useNameOf } from './useNameOf.ts';

/** A line so far above the columns would flatten them. */
const TOO_FAR = 5;

/** What each day cost, by model and what it was asked for, with the budget's share of a day. */
export function CostByDay({ spend }: { spend: Spend }) {
  const { t, money } = usePageWords();
  const nameOf = useNameOf(spend);
  const paid = spend.days.filter(isPaid);
  const counts = paid.map((each) => ({ day: each.day, key: asKey(each), tickets: each.usd ?? 0 }));
  const { columns, columnHead, series, isWeekly } = useColumns(counts, { ...spend, timeZone: 'UTC' });
  const { limitUsd, month } = spend.budget;
  const aDay = limitUsd === null ? 0 : limitUsd / daysIn(month);
  const level = isWeekly ? aDay * 7 : aDay;
  const highest = Math.max(...columns.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)));
  const limit = {
    label: t(isWeekly ? 'spend.budgetAWeek' : 'spend.budgetADay', { usd: money(level) }),
    value: level,
  };
  const isShown = level > 0 && level <= highest * TOO_FAR;
  return (
    <StackedChart
      label={t('spend.chart')}
      columns={columns}
      columnHead={columnHead}
      series={series.map(({ key, values }) => ({
        key: key ?? ' other',
        label: key === null ? t('chart.other') : nameOf(key),
        values,
        ...(key === null && { look: null }),
      }))}
      y={{ label: t('spend.cost'), format: money }}
      {...(isShown && { limit })}
    />
  );
}
