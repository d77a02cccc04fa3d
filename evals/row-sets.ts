import { readTicket } from '../backend/adapters/engine/builtin/features.ts';
import { groupNearDuplicates } from '../backend/adapters/engine/builtin/near-duplicates.ts';
import { fitVectoriser } from '../backend/adapters/engine/builtin/vectoriser.ts';
import { EvalFailure } from './failure.ts';
import { type LabelledRow, type Measure, readLabelledRows } from './labelled-rows.ts';
import type { Options } from './options.ts';
import { createRandom, shuffle } from './random.ts';

/** `train` is null where nothing is learned from. */
export type RowSets = { train: LabelledRow[] | null; test: LabelledRow[]; skipped: number };

export function readRowSets(what: Measure, options: Options): RowSets {
  const { data, train, split, seed } = options;
  if (data === undefined) throw new EvalFailure(`${what} needs --data FILE`);
  const { rows, skipped } = readLabelledRows(data, what, options);
  if (split !== undefined) return { ...splitRows(rows, split / 100, seed), skipped };
  if (train === undefined) return { train: null, test: rows, skipped };
  const learned = readLabelledRows(train, what, { ...options, limit: Number.POSITIVE_INFINITY }).rows;
  if (learned.length === 0) throw new EvalFailure(`${train}: no row has a label to learn from`);
  return { train: learned, test: rows, skipped };
}

/** Near-duplicates stay on one side: else the judged rows would be copies of learned ones. */
export function splitRows(rows: readonly LabelledRow[], share: number, seed: number) {
  const sides = Map.groupBy(rows, pickSide(rows, share, seed));
  return { train: sides.get('train') ?? [], test: sides.get('test') ?? [] };
}

function pickSide(rows: readonly LabelledRow[], share: number, seed: number) {
  const groups = groupsOf(rows);
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const learned = new Set<number>();
  let taken = 0;
  for (const [group, size] of shuffle([...sizes], createRandom(seed))) {
    if (taken >= rows.length * share) break;
    learned.add(group);
    taken += size;
  }
  return (_: LabelledRow, index: number) => (learned.has(groups[index] as number) ? 'train' : 'test');
}

/** More rows than this that are alike are a topic and no copies of one another. */
const MOST_COPIES = 12;

/** A number for each row, the same one for rows that repeat one another. */
export function groupsOf(rows: readonly Pick<LabelledRow, 'subject' | 'text'>[]): number[] {
  const readings = rows.map(({ subject, text }) => readTicket(subject, text));
  const vectoriser = fitVectoriser(readings);
  const alike = groupNearDuplicates(readings.map(vectoriser.vectorise), vectoriser.hashes.length);
  const sizes = new Map<number, number>();
  for (const group of alike) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const numbers = new Map<string, number>();
  return rows.map((row, index) => {
    const group = alike[index] ?? 0;
    const key = (sizes.get(group) ?? 0) > MOST_COPIES ? patternOf(row) : `${group}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

/** What is left of a text without its numbers, signs and case. */
const patternOf = ({ subject, text }: Pick<LabelledRow, 'subject' | 'text'>): string =>
  `${subject} ${text}`.toLowerCase().replace(/[^\p{L}]+/gu, ' ');
