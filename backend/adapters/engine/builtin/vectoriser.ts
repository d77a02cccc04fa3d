import { BUCKETS, type Feature, type Reading } from './features.ts';
import type { Row } from './softmax.ts';

export type Vectoriser = {
  /** Number of columns. */
  size: number;
  /** Column of a feature, -1 when it was not seen in two tickets. */
  columnOf(feature: Feature): number;
  vectorise(reading: Reading): Row;
};

/** TF-IDF over what at least two tickets share; words and cues each scaled to length 1, so that long texts do not drown the cues. */
export function fitVectoriser(readings: readonly Reading[]): Vectoriser {
  const seenIn = new Uint32Array(BUCKETS);
  for (const { features } of readings) {
    for (const bucket of new Set(features.map((feature) => feature.bucket))) seenIn[bucket] = (seenIn[bucket] ?? 0) + 1;
  }
  const columns = new Int32Array(BUCKETS).fill(-1);
  const rarity: number[] = [];
  seenIn.forEach((tickets, bucket) => {
    if (tickets >= 2) columns[bucket] = rarity.push(Math.log((1 + readings.length) / (1 + tickets))) - 1;
  });
  const columnOf = (feature: Feature): number => columns[feature.bucket] ?? -1;
  return { size: rarity.length, columnOf, vectorise: ({ features }) => toRow(features, columnOf, rarity) };
}

type Cell = { count: number; feature: Feature };

function toRow(features: Feature[], columnOf: Vectoriser['columnOf'], rarity: number[]): Row {
  const cells = new Map<number, Cell>();
  for (const feature of features) {
    const column = columnOf(feature);
    if (column < 0) continue;
    const cell = cells.get(column);
    if (cell) cell.count++;
    else cells.set(column, { count: 1, feature });
  }
  const squares = { words: 0, cues: 0 };
  const values = Float32Array.from(cells, ([column, { count, feature }]) => {
    const value = (1 + Math.log(count)) * feature.weight * (rarity[column] ?? 0);
    squares[feature.block] += value * value;
    return value;
  });
  let at = 0;
  for (const { feature } of cells.values()) values[at] = (values[at++] ?? 0) / (Math.sqrt(squares[feature.block]) || 1);
  return { columns: Int32Array.from(cells.keys()), values };
}
