import type { Axis, LinePoint } from './line.ts';
import { linear } from './linear.ts';
import { MARGIN, type PlotAxis } from './Plot.tsx';
import { wholeTicks } from './ticks.ts';

type Size = { width: number; height: number };

const ends = (values: readonly number[], domain: readonly number[] = []): [number, number] => {
  const all = [...values, ...domain];
  const [low, high] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
  return [low, high > low ? high : low + 1];
};

/** Where points lie on a drawing of a size. */
export function lineScales(points: readonly LinePoint[], x: Axis, y: Axis, size: Size): { x: PlotAxis; y: PlotAxis } {
  const across = ends(
    points.map((point) => point.x),
    x.domain,
  );
  const upward = ends(
    points.map((point) => point.y),
    y.domain ?? [0],
  );
  const room = size.width - MARGIN.left - MARGIN.right;
  const xs = linear(across, [MARGIN.left, MARGIN.left + room]);
  const ys = linear(upward, [size.height - MARGIN.bottom, MARGIN.top], !y.domain);
  const ticks = x.whole ? wholeTicks(...across, room) : xs.ticks(Math.min(10, Math.floor(room / 56)));
  return {
    x: { label: x.label, format: x.format, at: xs.at, ticks },
    y: { label: y.label, format: y.format, at: ys.at, ticks: ys.ticks(5) },
  };
}
