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
  return { size: rarity.length, columnOf, vectorise: createRowMaker(columnOf, rarity) };
}

function createRowMaker(columnOf: Vectoriser['columnOf'], rarity: number[]): Vectoriser['vectorise'] {
  const counts = new Uint32Array(rarity.length);
  return ({ features }) => {
    const first = features.filter(({ bucket }) => {
      const column = columnOf(bucket);
      if (column < 0) return false;
      counts[column] = (counts[column] ?? 0) + 1;
      return counts[column] === 1;
    });
    const columns = Int32Array.from(first, ({ bucket }) => columnOf(bucket));
    const values = Float32Array.from(first, ({ kind }, i) => {
      const column = columns[i] ?? 0;
      return (1 + Math.log(counts[column] ?? 1)) * WEIGHT[kind] * (rarity[column] ?? 0);
    });
    for (const column of columns) counts[column] = 0;
    return { columns, values: scaleBlocks(values, first) };
  };
}

function scaleBlocks(values: Float32Array, features: Feature[]): Float32Array {
  const squares = { words: 0, cues: 0 };
  features.forEach(({ kind }, i) => {
    squares[blockOf(kind)] += (values[i] ?? 0) ** 2;
  });
  const lengths = { words: Math.sqrt(squares.words) || 1, cues: Math.sqrt(squares.cues) || 1 };
  return values.map((value, i) => value / lengths[blockOf(features[i]?.kind ?? 'word')]);
}

const blockOf = (kind: Feature['kind']): 'words' | 'cues' => (kind === 'cue' ? 'cues' : 'words');
