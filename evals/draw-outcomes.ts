import { drawLines } from './draw-lines.ts';
import type { CurvePoint } from './learn-curve.ts';
import type { Bin } from './scores.ts';

const TENTHS = Array.from({ length: 6 }, (_, i) => i / 5);
const show = (value: number): string => value.toFixed(1);

export type CoveragePoint = { coverage: number; accuracy: number };

export const drawReliability = (bins: Record<string, readonly Bin[]>, title: string): string =>
  drawLines({
    title,
    x: { name: 'stated confidence', ticks: TENTHS, show },
    y: { name: 'share that is right' },
    series: Object.entries(bins).map(([name, own]) => ({
      name,
      points: own.map(({ confidence, accuracy }) => ({ x: confidence, y: accuracy })),
    })),
    diagonal: true,
  });

export const drawCoverage = (curves: Record<string, readonly CoveragePoint[]>, title: string): string =>
  drawLines({
    title,
    x: { name: 'share of tickets, the surest first', ticks: TENTHS, show },
    y: { name: 'share of these that is right', from: 0.5 },
    series: Object.entries(curves).map(([name, points]) => ({
      name,
      points: points.map(({ coverage, accuracy }) => ({ x: coverage, y: accuracy })),
    })),
  });

/** The first corrections are drawn wider apart: they count most. */
export function drawLearning(curves: Record<string, readonly CurvePoint[]>, title: string): string {
  const most = Math.max(...Object.values(curves).flatMap((points) => points.map(({ n }) => n)), 10);
  const ticks = [0, 10, 50, 100, 200, 400, 800, 1600, 3200].filter((tick) => tick < most * 0.85);
  return drawLines({
    title,
    x: { name: 'corrections by people', ticks: [...ticks, most], scale: Math.sqrt },
    y: { name: 'accuracy on other tickets' },
    series: Object.entries(curves).map(([name, points]) => ({
      name,
      points: points.map(({ n, accuracy }) => ({ x: n, y: accuracy })),
    })),
  });
}
