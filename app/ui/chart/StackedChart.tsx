import { DataTable } from '../page/DataTable.tsx';
import { usePageWords } from '../page/PageWords.tsx';
import { Figure } from './Figure.tsx';
import { gistOf } from './gist.ts';
import { MARGIN, Plot } from './Plot.tsx';
import { Limit, Part, Pointed } from './StackParts.tsx';
import { type Look, useInk, useSeriesLook } from './series-look.ts';
import { stackScales, stackUp } from './stack.ts';

/** `values`: one for each column. `look`: which of the looks, null for the rest; its place where it is left out. */
export type Stacked = { key: string; label: string; values: readonly number[]; look?: number | null };
/** `label` in full, `short` below the axis. `isPart`: not over yet, or cut off, and so no extreme. */
export type StackColumn = { key: string; label: string; short: string; isPart?: boolean };

type Props = {
  label: string;
  /** What a column is, such as a day. */
  columnHead: string;
  columns: readonly StackColumn[];
  /** The first lies at the bottom. */
  series: readonly Stacked[];
  y: { label: string; format(value: number): string };
  /** In place of highest, lowest and latest. */
  gist?: string;
  /** A level to stay below. */
  limit?: { label: string; value: number };
  height?: number;
};

/** One column a day, made of its parts. */
export function StackedChart(props: Props) {
  const { label, columns, series, y, gist, limit, height = 300 } = props;
  const lookOf = useSeriesLook();
  const bound: Look = { color: useInk().danger, dash: '6 3', hatch: null };
  const values = series.map((each) => each.values);
  const { spans, totals } = stackUp(values, columns.length);
  const parts = series.map((each, index) => ({
    ...each,
    look: lookOf(each.look === undefined ? index : each.look),
    spans: spans[index] ?? [],
  }));
  const legend = limit ? [...parts, { key: ' limit', label: limit.label, look: bound, isLine: true }] : parts;
  const said = useGist(props, totals);
  const titles = columns.map((column, index) => `${column.label}: ${spoken(props, index, totals)}`);
  return (
    <Figure label={label} gist={gist ?? said} legend={legend} table={<ColumnTable {...props} totals={totals} />}>
      {(size) => {
        const scales = stackScales({ columns, totals, limit: limit?.value ?? 0, y, width: size.width, height });
        return (
          <Plot {...size} height={height} x={scales.x} y={scales.y}>
            {parts.map((part) => (
              <Part key={part.key} look={part.look} spans={part.spans} {...scales} />
            ))}
            {limit && <Limit y={scales.y} value={limit.value} right={size.width - MARGIN.right} look={bound} />}
            <Pointed {...scales} titles={titles} bottom={height - MARGIN.bottom} />
          </Plot>
        );
      }}
    </Figure>
  );
}

function spoken({ series, y }: Props, column: number, totals: readonly number[]): string {
  const parts = series.flatMap(({ label, values }) => {
    const value = values[column] ?? 0;
    return value > 0 ? [`${label} ${y.format(value)}`] : [];
  });
  const total = y.format(totals[column] ?? 0);
  return parts.length > 1 ? `${total} (${parts.join(', ')})` : (parts[0] ?? total);
}

function ColumnTable({ label, columnHead, columns, series, y, totals }: Props & { totals: readonly number[] }) {
  const { t } = usePageWords();
  const asNumber = (key: string, head: string, values: readonly number[]) => ({
    key,
    head,
    kind: 'number' as const,
    cell: (index: number) => y.format(values[index] ?? 0),
  });
  const heads = [
    { key: ' column', head: columnHead, kind: 'head' as const, cell: (index: number) => columns[index]?.label },
    ...series.map(({ key, label: name, values }) => asNumber(key, name, values)),
    ...(series.length > 1 ? [asNumber(' total', t('chart.total'), totals)] : []),
  ];
  return <DataTable caption={label} columns={heads} rows={columns.map((_, index) => index)} keyOf={String} />;
}

/** Highest, lowest and latest of the totals, in words. */
function useGist({ columns, y }: Props, totals: readonly number[]): string {
  const { t } = usePageWords();
  const all = totals.map((value, at) => ({ at, value }));
  const whole = all.filter(({ at }) => !columns[at]?.isPart);
  const gist = gistOf(whole.length > 0 ? whole : all);
  if (!gist) return '';
  const pairs = Object.entries(gist).flatMap(([name, { at, value }]) => [
    [name, y.format(value)],
    [`${name}At`, columns[at]?.label ?? ''],
  ]);
  return t('chart.gist', Object.fromEntries(pairs));
}
