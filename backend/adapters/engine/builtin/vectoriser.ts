import { BUCKETS, type Feature, type Reading, WEIGHT } from './features.ts';
import type { Row } from './softmax.ts';

export type Vectoriser = {
  /** Number of columns. */
  size: number;
  /** -1 for the bucket of a feature that was not seen in two tickets. */
  columnOf(bucket: number): number;
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
  const columnOf = (bucket: number): number => columns[bucket] ?? -1;
  return { size: rarity.length, columnOf, vectorise: ({ features }) => toRow(features, columnOf, rarity) };
}

type Cell = { count: number; kind: Feature['kind'] };

function toRow(features: Feature[], columnOf: Vectoriser['columnOf'], rarity: number[]): Row {
  const cells = new Map<number, Cell>();
  for (const { kind, bucket } of features) {
    const column = columnOf(bucket);
    if (column < 0) continue;
    const cell = cells.get(column);
    if (cell) cell.count++;
    else cells.set(column, { count: 1, kind });
  }
  const squares = { words: 0, cues: 0 };
  const values = Float32Array.from(cells, ([column, { count, kind }]) => {
    const value = (1 + Math.log(count)) * WEIGHT[kind] * (rarity[column] ?? 0);
    squares[blockOf(kind)] += value * value;
    return value;
  });
  const lengths = { words: Math.sqrt(squares.words) || 1, cues: Math.sqrt(squares.cues) || 1 };
  const blocks = Array.from(cells.values(), ({ kind }) => blockOf(kind));
  return {
    columns: Int32Array.from(cells.keys()),
    values: values.map((value, i) => value / lengths[blocks[i] ?? 'words']),
  };
}

const blockOf = (kind: Feature['kind']): 'words' | 'cues' => (kind === 'cue' ? 'cues' : 'words');
