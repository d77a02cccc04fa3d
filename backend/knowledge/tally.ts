import type { ImportNote, ImportRun, LeftOut } from '../ports/knowledge.ts';
import type { Judged } from './judge-batch.ts';

const EXAMPLES = 5;

type Tallies<What extends string> = Partial<Record<What, { count: number; examples: string[] }>>;

function add<What extends string>(tallies: Tallies<What>, what: What, example: string | null, times = 1): void {
  const { count, examples } = tallies[what] ?? { count: 0, examples: [] };
  const shown = example !== null && examples.length < EXAMPLES ? [...examples, example] : examples;
  tallies[what] = { count: count + times, examples: shown };
}

export const addNote = (run: ImportRun, note: ImportNote, example: string | null): void =>
  add(run.notes, note, example);

export const addLeftOut = (run: ImportRun, reason: LeftOut, times: number): void => {
  if (times > 0) add(run.leftOut, reason, null, times);
};

/** Counts what was read, and what was left out and why. */
export function tally(run: ImportRun, judged: readonly Judged[]): void {
  run.read += judged.length;
  if (run.total !== null) run.total = Math.max(run.total, run.read);
  for (const each of judged) {
    for (const note of each.notes) addNote(run, note, each.place);
    if ('leftOut' in each) add(run.leftOut, each.leftOut, each.place);
  }
}
