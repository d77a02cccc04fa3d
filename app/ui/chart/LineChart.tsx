import type { ReactNode } from 'react';
import { DataTable } from '../page/DataTable.tsx';
import { usePageWords } from '../page/PageWords.tsx';
import { Dots, Path } from './Drawn.tsx';
import { Figure } from './Figure.tsx';
import { gistOf } from './gist.ts';
import type { Axis, Line, LinePoint } from './line.ts';
import { lineScales } from './line-scales.ts';
import { Plot } from './Plot.tsx';
import { useInk, useSeriesLook } from './series-look.ts';

export type { Axis, Line, LinePoint };

type Props = {
  label: string;
  lines: readonly Line[];
  x: Axis;
  y: Axis;
  /** In place of highest, lowest and latest. */
  gist?: string;
  /** A line to compare with, such as the diagonal. */
  reference?: { label: string; points: readonly LinePoint[] };
  hasDots?: boolean;
  /** In place of a row for each x and a column for each line. */
  table?: ReactNode;
  height?: number;
};

/** Numbers along a line, one line a series. */
export function LineChart({ label, lines, x, y, gist, reference, hasDots = false, table, height = 300 }: Props) {
  const gistIn = useGist(x, y);
  const lookOf = useSeriesLook();
  const ruler = { color: useInk().text, dash: '3 4', hatch: null };
  const drawn = lines.map((line, index) => ({ ...line, look: lookOf(index), isLine: true }));
  const legend = reference
    ? [...drawn, { key: ' reference', label: reference.label, look: ruler, isLine: true }]
    : drawn;
  const points = [...lines.flatMap((line) => line.points), ...(reference?.points ?? [])];
  return (
    <Figure
      label={label}
      gist={gist ?? gistIn(lines)}
      legend={legend}
      table={table ?? <PointTable {...{ label, lines, x, y }} />}
    >
      {(size) => {
        const scales = lineScales(points, x, y, { width: size.width, height });
        return (
          <Plot {...size} {...scales} height={height}>
            {reference && <Path points={reference.points} look={ruler} {...scales} width={1} />}
            {drawn.map((line) => (
              <g key={line.key}>
                <Path points={line.points} look={line.look} {...scales} width={2} />
                {(hasDots || line.points.length === 1) && (
                  <Dots name={line.label} points={line.points} look={line.look} {...scales} />
                )}
              </g>
            ))}
          </Plot>
        );
      }}
    </Figure>
  );
}

function PointTable({ label, lines, x, y }: Pick<Props, 'label' | 'lines' | 'x' | 'y'>) {
  const { t } = usePageWords();
  const columns = [
    { key: ' x', head: x.label || t('chart.day'), kind: 'head' as const, cell: (at: number) => x.format(at) },
    ...lines.map(({ key, label: head, points }) => ({
      key,
      head,
      kind: 'number' as const,
      cell: (at: number) => told(points, at, y),
    })),
  ];
  const places = new Set(lines.flatMap(({ points }) => points.map((point) => point.x)));
  return <DataTable caption={label} columns={columns} rows={[...places].sort((a, b) => a - b)} keyOf={String} />;
}

function told(points: readonly LinePoint[], at: number, y: Axis): string {
  const point = points.find((each) => each.x === at);
  if (!point) return '–';
  return point.note ? `${y.format(point.y)} (${point.note})` : y.format(point.y);
}

/** Highest, lowest and latest of each line, in words. */
function useGist(x: Axis, y: Axis) {
  const { t } = usePageWords();
  return (lines: readonly Line[]) =>
    lines
      .flatMap(({ label, points }) => {
        const gist = gistOf(points.map((point) => ({ at: point.x, value: point.y })));
        if (!gist) return [];
        const pairs = Object.entries(gist).flatMap(([name, { at, value }]) => [
          [name, y.format(value)],
          [`${name}At`, x.format(at)],
        ]);
        return [t('chart.gistOf', { name: label, ...Object.fromEntries(pairs) })];
      })
      .join(' ');
}
