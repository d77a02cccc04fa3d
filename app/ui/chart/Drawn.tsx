import { line } from 'd3-shape';
import type { LinePoint } from './line.ts';
import type { PlotAxis } from './Plot.tsx';
import type { Look } from './series-look.ts';

type Drawn = { x: PlotAxis; y: PlotAxis; points: readonly LinePoint[]; look: Look };

export const Path = ({ points, look, x, y, width }: Drawn & { width: number }) => (
  <path
    d={
      line<LinePoint>(
        (point) => x.at(point.x),
        (point) => y.at(point.y),
      )(points) ?? ''
    }
    stroke={look.color}
    strokeWidth={width}
    strokeDasharray={look.dash}
    strokeLinejoin="round"
    fill="none"
  />
);

export const Dots = ({ name, points, look, x, y }: Drawn & { name: string }) => (
  <g fill={look.color}>
    {points.map((point) => (
      <circle key={point.x} cx={x.at(point.x)} cy={y.at(point.y)} r={4}>
        <title>{[name, x.format(point.x), y.format(point.y), point.note].filter(Boolean).join(' · ')}</title>
      </circle>
    ))}
  </g>
);
