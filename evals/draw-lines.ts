import { element, picture, words } from './svg.ts';

export type Series = { name: string; points: { x: number; y: number }[] };
export type Chart = {
  title: string;
  x: { name: string; ticks: number[]; show?: (value: number) => string; scale?: (value: number) => number };
  /** From 0 to 1 unless `from` says where it begins. */
  y: { name: string; from?: number };
  series: Series[];
  /** Where confidence equals accuracy. */
  diagonal?: boolean;
};

/** Told apart on white and on black, and by their dashes. */
const STROKES = ['#2f86d6', '#d9822b', '#2f9e6b', '#c2417c', '#8a6fe0', '#a08a1a', '#4aa3a2', '#d0564f'];
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '10 4', '4 2', '1 2', '12 3'];
const PLOT = { left: 56, top: 44, width: 440, height: 260 };
const LINE = 18;

const short = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(2));
const percent = (value: number): string => `${Math.round(value * 100)} %`;

type Place = { at(x: number): number; up(y: number): number };

function placing({ x, y }: Chart): Place {
  const scale = x.scale ?? ((value: number) => value);
  const [first, last] = [scale(x.ticks[0] ?? 0), scale(x.ticks.at(-1) ?? 1)];
  const from = y.from ?? 0;
  return {
    at: (value) => PLOT.left + ((scale(value) - first) / (last - first || 1)) * PLOT.width,
    up: (value) => PLOT.top + PLOT.height - ((Math.max(from, value) - from) / (1 - from)) * PLOT.height,
  };
}

export function drawLines(chart: Chart): string {
  const { title, x, y, series } = chart;
  const place = placing(chart);
  const legend = PLOT.left + PLOT.width + 24;
  const longest = Math.max(...series.map(({ name }) => name.length), 8);
  return picture(
    {
      title,
      description: `${y.name} over ${x.name}. ${series.map(describe).join(' ')}`,
      width: legend + 40 + longest * 6.8,
      height: Math.max(PLOT.top + PLOT.height + 52, PLOT.top + series.length * LINE + 20),
    },
    words(title, { x: 8, y: 18, 'font-weight': 600 }),
    ...drawAxes(chart, place),
    ...(chart.diagonal ? [segment(place, [0, 0], [1, 1], { class: 'grid', 'stroke-dasharray': '4 4' })] : []),
    ...series.flatMap((one, index) => drawSeries(one, index, place, legend)),
  );
}

function segment(place: Place, from: [number, number], to: [number, number], look: Record<string, string>): string {
  const ends = { x1: place.at(from[0]), y1: place.up(from[1]), x2: place.at(to[0]), y2: place.up(to[1]) };
  return element('line', { ...look, ...ends });
}

function drawAxes({ x, y }: Chart, place: Place): string[] {
  const from = y.from ?? 0;
  const heights = Array.from({ length: 6 }, (_, i) => from + ((1 - from) * i) / 5);
  const [left, right] = [x.ticks[0] ?? 0, x.ticks.at(-1) ?? 1];
  const bottom = PLOT.top + PLOT.height;
  const show = x.show ?? String;
  return [
    ...heights.map((value) => segment(place, [left, value], [right, value], { class: 'grid' })),
    ...heights.map((value) =>
      words(percent(value), { x: PLOT.left - 6, y: place.up(value) + 4, 'text-anchor': 'end' }),
    ),
    ...x.ticks.map((tick) => words(show(tick), { x: place.at(tick), y: bottom + 18, 'text-anchor': 'middle' })),
    words(x.name, { x: PLOT.left + PLOT.width / 2, y: bottom + 38, 'text-anchor': 'middle' }),
    words(y.name, { x: 8, y: 36, 'font-size': 11 }),
  ];
}

function drawSeries({ name, points }: Series, index: number, place: Place, legend: number): string[] {
  const stroke = STROKES[index % STROKES.length];
  const dash = DASHES[(index + Math.floor(index / STROKES.length)) % DASHES.length] || undefined;
  const look = { stroke, 'stroke-width': 2, 'stroke-dasharray': dash, fill: 'none' };
  const y = PLOT.top + index * LINE + 6;
  return [
    element('polyline', {
      ...look,
      points: points.map((p) => `${place.at(p.x).toFixed(1)},${place.up(p.y).toFixed(1)}`).join(' '),
    }),
    ...points.map((point) => element('circle', { cx: place.at(point.x), cy: place.up(point.y), r: 2.5, fill: stroke })),
    element('line', { ...look, x1: legend, y1: y, x2: legend + 28, y2: y }),
    words(name, { x: legend + 34, y: y + 4 }),
  ];
}

function describe({ name, points }: Series): string {
  const [first, last] = [points[0], points.at(-1)];
  return first && last
    ? `${name}: ${percent(first.y)} at ${short(first.x)}, ${percent(last.y)} at ${short(last.x)}.`
    : `${name}: none.`;
}
