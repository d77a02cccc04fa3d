import { linear } from './linear.ts';
import { MARGIN, type PlotAxis } from './Plot.tsx';
import { spreadTicks } from './ticks.ts';

export type Span = readonly [from: number, to: number];

/** Lays the values of each column on top of each other. */
export function stackUp(rows: readonly (readonly number[])[], columns: number): { spans: Span[][]; totals: number[] } {
  const totals = Array.from({ length: columns }, () => 0);
  const spans = rows.map((values) =>
    totals.map((from, column): Span => {
      const to = from + (values[column] ?? 0);
      totals[column] = to;
      return [from, to];
    }),
  );
  return { spans, totals };
}

type Wanted = {
  columns: readonly { short: string }[];
  totals: readonly number[];
  /** Is to be seen too. */
  limit: number;
  y: Pick<PlotAxis, 'label' | 'format'>;
  width: number;
  height: number;
};

/** Where columns stand, and how high they are. */
export function stackScales({ columns, totals, limit, y, width, height }: Wanted) {
  const room = width - MARGIN.left - MARGIN.right;
  const step = room / Math.max(1, columns.length);
  const ys = linear([0, Math.max(limit, ...totals) || 1], [height - MARGIN.bottom, MARGIN.top], true);
  const x: PlotAxis = {
    label: '',
    at: (index) => MARGIN.left + (index + 0.5) * step,
    ticks: spreadTicks(columns.length, room),
    format: (index) => columns[index]?.short ?? '',
  };
  return { x, y: { ...y, at: ys.at, ticks: ys.ticks(5) } satisfies PlotAxis, step };
}
