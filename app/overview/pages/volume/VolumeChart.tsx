import type { Volume } from '../../../../backend/contract/overview.ts';
import { BarTable } from '../../../ui/chart/BarTable.tsx';
import { StackedChart } from '../../../ui/chart/StackedChart.tsx';
import { MOST_SERIES } from '../../../ui/chart/series-look.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint } from '../../../ui/page/Section.tsx';
import { todayIn } from '../../parts/days.ts';
import { useValueWords } from '../../parts/useValueWords.ts';
import type { Dimension } from './dimensions.ts';
import { foldSeries, isPart, type Series } from './fold-series.ts';

/** What is urgent stands out. */
const URGENCY_LOOKS: Readonly<Record<string, number>> = { P1: 3, P2: 1, P3: 0, P4: 2 };

/** The columns, and below them what they come to. */
export function VolumeChart({ view, by }: { view: Volume; by: Dimension }) {
  const { t, number, day, shortDay } = usePageWords();
  const value = useValueWords();
  const folded = foldSeries(view[by], view, MOST_SERIES);
  const named = folded.series.flatMap(({ key }) => (key === null ? [] : [key])).sort();
  const lookOf = (key: string | null) => (key === null ? null : (URGENCY_LOOKS[key] ?? named.indexOf(key)));
  const labelOf = ({ key }: Series) => (key === null ? t('chart.other') : value(by, key));
  const today = todayIn(view.timeZone);
  const isCut = (column: string) => isPart(column, folded.isWeekly, view, today);
  const part = folded.columns.some(isCut) && t(folded.isWeekly ? 'volume.partWeek' : 'volume.notOver');
  const ordered = by === 'urgency' ? folded.series.toSorted(byKey) : folded.series;
  return (
    <>
      <Hint>
        {t('volume.total', { count: folded.total, tickets: number(folded.total) })}
        {part && ` ${part}`}
      </Hint>
      <StackedChart
        label={t(folded.isWeekly ? 'volume.weekly' : 'volume.daily', { by: t(`chart.by.${by}`) })}
        columnHead={t(folded.isWeekly ? 'chart.week' : 'chart.day')}
        columns={folded.columns.map((key) => ({ key, label: day(key), short: shortDay(key), isPart: isCut(key) }))}
        series={ordered.map((series) => ({
          key: series.key ?? ' other',
          label: labelOf(series),
          values: series.values,
          look: lookOf(series.key),
        }))}
        y={{ label: t('chart.tickets'), format: number }}
      />
      <Totals by={by} series={ordered} total={folded.total} labelOf={labelOf} />
    </>
  );
}

const byKey = (one: Series, other: Series) => (one.key ?? '~').localeCompare(other.key ?? '~');

type TotalsProps = { by: Dimension; series: readonly Series[]; total: number; labelOf(series: Series): string };

function Totals({ by, series, total, labelOf }: TotalsProps) {
  const { t, number, percent } = usePageWords();
  return (
    <BarTable
      caption={t('volume.totals')}
      columns={[
        { key: 'name', head: t(`chart.by.${by}`), kind: 'head', cell: labelOf },
        { key: 'tickets', head: t('chart.tickets'), kind: 'number', cell: (each) => number(each.total) },
        {
          key: 'share',
          head: t('volume.share'),
          bar: (each) => ({ share: each.total / total, text: percent(each.total / total) }),
        },
      ]}
      rows={series}
      keyOf={({ key }) => key ?? ' other'}
    />
  );
}
