import { useId } from 'react';
import { fillOf, Hatching } from './Filling.tsx';
import { MARGIN, type PlotAxis } from './Plot.tsx';
import type { Look } from './series-look.ts';
import type { Span } from './stack.ts';

type Scales = { x: PlotAxis; y: PlotAxis; step: number };

/** Columns wider than this look like a wall. */
const WIDEST = 56;

/** One series in every column. */
export function Part({ look, spans, x, y, step }: Scales & { look: Look; spans: readonly Span[] }) {
  const id = useId();
  const width = Math.min(WIDEST, Math.max(1, step - Math.min(8, step / 5)));
  return (
    <g fill={fillOf(look, id)}>
      {look.hatch !== null && <Hatching id={id} look={look} />}
      {spans.map(([from, to], index) =>
        to > from ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <rect key={index} x={x.at(index) - width / 2} y={y.at(to)} width={width} height={y.at(from) - y.at(to)} />
        ) : null,
      )}
    </g>
  );
}

type PointedProps = Scales & { bottom: number; titles: readonly string[] };

/** What a column says where the pointer rests on it. */
export const Pointed = ({ titles, x, step, bottom }: PointedProps) => (
  <g fill="transparent">
    {titles.map((title, index) => (
      <rect key={title} x={x.at(index) - step / 2} y={MARGIN.top} width={step} height={bottom - MARGIN.top}>
        <title>{title}</title>
      </rect>
    ))}
  </g>
);

export const Limit = ({ y, value, right, look }: { y: PlotAxis; value: number; right: number; look: Look }) => (
  <path d={`M${MARGIN.left} ${y.at(value)}H${right}`} stroke={look.color} strokeWidth={2} strokeDasharray={look.dash} />
);
