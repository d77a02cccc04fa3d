import type { ReactNode } from 'react';
import { useInk } from './series-look.ts';

/** A direction: where on the drawing a value lies, and what is written beside it. */
export type PlotAxis = {
  label: string;
  at(value: number): number;
  ticks: readonly number[];
  format(value: number): string;
};

/** Below the drawing, where its direction has a name. */
const LABEL_HEIGHT = 18;
export const MARGIN = { top: 26, right: 20, bottom: 24, left: 52 } as const;

type Props = {
  label: string;
  describedBy: string;
  width: number;
  height: number;
  x: PlotAxis;
  y: PlotAxis;
  children: ReactNode;
};

/** Axes, a grid, and what stands in them. Time and numbers run to the right in every language. */
export function Plot({ label, describedBy, width, height, x, y, children }: Props) {
  const ink = useInk();
  const bottom = height - MARGIN.bottom;
  const right = width - MARGIN.right;
  return (
    <svg
      role="img"
      aria-label={label}
      aria-describedby={describedBy}
      width={width}
      height={x.label ? height + LABEL_HEIGHT : height}
      style={{ display: 'block', direction: 'ltr', overflow: 'visible', fontSize: 12 }}
      fill={ink.text}
    >
      <text x={0} y={12}>
        {y.label}
      </text>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${MARGIN.left} ${y.at(tick)}H${right}`} stroke={ink.line} />
          <text x={MARGIN.left - 8} y={y.at(tick)} dy="0.35em" textAnchor="end">
            {y.format(tick)}
          </text>
        </g>
      ))}
      {children}
      <path d={`M${MARGIN.left} ${bottom + 0.5}H${right}`} stroke={ink.axis} />
      {x.ticks.map((tick) => (
        <text key={tick} x={x.at(tick)} y={bottom + 16} textAnchor="middle">
          {x.format(tick)}
        </text>
      ))}
      {x.label && (
        <text x={right} y={height + LABEL_HEIGHT - 6} textAnchor="end">
          {x.label}
        </text>
      )}
    </svg>
  );
}
