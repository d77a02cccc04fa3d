import { type Calibration, fitCalibration, type Trial } from './calibration.ts';
import { fitMargin } from './fit-margin.ts';
import { fitSoftmax } from './fit-softmax.ts';
import { type LabelledRow, toSigns } from './labelled-row.ts';
import type { RowBlock } from './row.ts';

/** A classifier of one label as it was learned: per class the weights of all columns and a bias. */
export type FittedHead = { labels: string[]; vectors: Float64Array[]; calibration: Calibration };

const FOLDS = 4;
/** What an error costs against the size of the weights. */
const COST = 1;
const SOFTMAX_SHARE = 2;
const LEAST_SHARE = 0.1;

type Problem = { block: RowBlock; columns: number; labelled: readonly LabelledRow[] };

/** One class against the others for each label; calibrated on rows that the judging classifier has not seen. */
export function fitHead(problem: Problem): FittedHead {
  const labels = [...new Set(problem.labelled.map(({ label }) => label))].sort();
  const trials = Array.from({ length: FOLDS }, (_, fold) => holdOut(problem, labels, fold)).flat();
  return { labels, vectors: fitVectors(problem, labels), calibration: fitCalibration(trials) };
}

/** Two learners that err differently: margins alone for many classes, and the fewer these are the more of a softmax. */
function fitVectors({ block, columns, labelled }: Problem, labels: readonly string[]): Float64Array[] {
  const rows = block.squares.length;
  const vectors = labels.map((label) => fitMargin({ block, columns, ...toSigns(labelled, label, rows, COST) }));
  const share = SOFTMAX_SHARE / (labels.length + SOFTMAX_SHARE);
  if (share < LEAST_SHARE) return vectors;
  const others = fitSoftmax({ block, columns, labelled, labels });
  vectors.forEach((vector, k) => {
    const other = others[k] as Float64Array;
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) + share * (other[at] as number);
  });
  return vectors;
}

function holdOut(problem: Problem, labels: readonly string[], fold: number): Trial[] {
  const isHeld = ({ group }: LabelledRow): boolean => group % FOLDS === fold;
  const labelled = problem.labelled.filter((one) => !isHeld(one));
  const vectors = fitVectors({ ...problem, labelled }, labels);
  return problem.labelled.filter(isHeld).map(({ row, label, weight }) => ({
    margins: Float64Array.from(vectors, (vector) => marginOf(problem.block, vector, row)),
    right: labels.indexOf(label),
    weight,
  }));
}

function marginOf({ starts, columns, values }: RowBlock, vector: Float64Array, row: number): number {
  let sum = vector[vector.length - 1] as number;
  for (let at = starts[row] as number, end = starts[row + 1] as number; at < end; at++) {
    sum += (vector[columns[at] as number] as number) * (values[at] as number);
  }
  return sum;
}
