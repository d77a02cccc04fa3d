import { createColumnIndex } from './column-index.ts';
import { type Features, KINDS, type Reading } from './features.ts';
import type { Row } from './row.ts';

/** Turns readings into rows. Column c stands for the feature `hashes[c]`, which `seenIn[c]` of so many `tickets` have. */
export type Vectoriser = Vocabulary & { vectorise(reading: Reading): Row; columnOf(hash: number): number };
export type Vocabulary = { hashes: Uint32Array; seenIn: Uint16Array; tickets: number };

const LEAST_TICKETS = 2;
const MOST_COUNTED = 65_535;
/** Words, characters and cues are each scaled to a length, so that none of them drowns the others. */
const BLOCKS = KINDS.map((kind) => (kind === 'cue' ? 2 : kind === 'characters' ? 1 : 0));
const LENGTHS = [1, 1, 0.6];
/** How much of the length a feature takes that was never seen: a text of unknown words says less than it seems to. */
const UNSEEN_SHARE = 0.3;

/** TF-IDF over what at least two tickets share. */
export function fitVectoriser(readings: readonly Reading[]): Vectoriser {
  const seenIn = new Map<number, number>();
  for (const { features } of readings) {
    for (const hash of new Set(features.hashes)) seenIn.set(hash, (seenIn.get(hash) ?? 0) + 1);
  }
  const shared = [...seenIn].filter(([, tickets]) => tickets >= LEAST_TICKETS);
  return createVectoriser({
    hashes: Uint32Array.from(shared, ([hash]) => hash),
    seenIn: Uint16Array.from(shared, ([, tickets]) => Math.min(tickets, MOST_COUNTED)),
    tickets: readings.length,
  });
}

export function createVectoriser(vocabulary: Vocabulary): Vectoriser {
  const { hashes, seenIn, tickets } = vocabulary;
  const columnOf = createColumnIndex(hashes);
  const rarity = Float32Array.from(seenIn, (seen) => rarityOf(seen, tickets));
  const unseen = UNSEEN_SHARE * rarityOf(1, tickets) ** 2;
  const counts = new Uint16Array(hashes.length);
  const vectorise = ({ features }: Reading): Row => {
    const { columns, blocks, squares } = countFeatures(features, columnOf, counts, unseen);
    const values = Float32Array.from(columns, (column, i) => {
      const value = (1 + Math.log(counts[column] as number)) * (rarity[column] as number);
      squares[blocks[i] as number] = (squares[blocks[i] as number] as number) + value * value;
      counts[column] = 0;
      return value;
    });
    const scales = squares.map((square, block) => (LENGTHS[block] as number) / (Math.sqrt(square) || 1));
    return {
      columns: Int32Array.from(columns),
      values: values.map((value, i) => value * (scales[blocks[i] as number] as number)),
    };
  };
  return { ...vocabulary, columnOf, vectorise };
}

const rarityOf = (seen: number, tickets: number): number => Math.log((1 + tickets) / (1 + seen)) + 1;

/** The columns of a ticket and their blocks; how often each occurs is left in `counts`. */
function countFeatures(
  features: Features,
  columnOf: Vectoriser['columnOf'],
  counts: Uint16Array,
  unseen: number,
): { columns: number[]; blocks: number[]; squares: number[] } {
  const columns: number[] = [];
  const blocks: number[] = [];
  const squares = [0, 0, 0];
  for (let i = 0; i < features.hashes.length; i++) {
    const block = BLOCKS[features.kinds[i] as number] as number;
    const column = columnOf(features.hashes[i] as number);
    if (column < 0) {
      squares[block] = (squares[block] as number) + unseen;
      continue;
    }
    const count = counts[column] as number;
    if (count === 0) {
      columns.push(column);
      blocks.push(block);
    }
    counts[column] = Math.min(count + 1, MOST_COUNTED);
  }
  return { columns, blocks, squares };
}
