import { type LabelledRow, SECONDARY_SHARE } from './labelled-row.ts';
import { toProbabilities } from './linear.ts';
import { createRandom, shuffle } from './random.ts';
import type { RowBlock } from './row.ts';

const EPOCHS = 6;
const RATE = 0.2;
const L2 = 1e-4;
const BIAS_RATE = 0.02;
const SEED = 1;

type Task = { block: RowBlock; columns: number; labelled: readonly LabelledRow[]; labels: readonly string[] };
type Search = { classes: number; weights: Float32Array; squares: Float32Array; bias: Float64Array };

/**
 * Multinomial logistic regression by a few passes of stochastic gradient descent with a step size per column (Adagrad). Per class
 * the weights and, last, the bias.
 */
export function fitSoftmax({ block, columns, labelled, labels }: Task): Float64Array[] {
  const classes = labels.length;
  const search: Search = {
    classes,
    weights: new Float32Array(columns * classes),
    squares: new Float32Array(columns).fill(1e-6),
    bias: new Float64Array(classes),
  };
  const order = [...labelled];
  const random = createRandom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const one of order) learn(search, block, one.row, errorOf(search, block, one, labels));
  }
  return labels.map((_, k) => {
    const vector = new Float64Array(columns + 1);
    for (let column = 0; column < columns; column++) vector[column] = search.weights[column * classes + k] as number;
    vector[columns] = search.bias[k] as number;
    return vector;
  });
}

/** Probabilities less what they should have been; a ticket may belong to two classes. */
function errorOf(search: Search, block: RowBlock, one: LabelledRow, labels: readonly string[]): Float64Array {
  const second = one.secondary === null ? -1 : labels.indexOf(one.secondary);
  const share = second < 0 ? 0 : SECONDARY_SHARE;
  const first = labels.indexOf(one.label);
  const error = toProbabilities(scoresOf(search, block, one.row), 1);
  error[first] = (error[first] as number) - (1 - share);
  if (second >= 0) error[second] = (error[second] as number) - share;
  return error.map((value) => value * one.weight);
}

function scoresOf(
  { classes, weights, bias }: Search,
  { starts, columns, values }: RowBlock,
  row: number,
): Float64Array {
  const scores = Float64Array.from(bias);
  for (let i = starts[row] as number, end = starts[row + 1] as number; i < end; i++) {
    const at = (columns[i] as number) * classes;
    const value = values[i] as number;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + (weights[at + k] as number) * value;
  }
  return scores;
}

function learn(search: Search, { starts, columns, values }: RowBlock, row: number, error: Float64Array): void {
  const { classes, weights, squares, bias } = search;
  const size = error.reduce((sum, value) => sum + value * value, 0);
  for (let i = starts[row] as number, end = starts[row + 1] as number; i < end; i++) {
    const column = columns[i] as number;
    const value = values[i] as number;
    const square = (squares[column] as number) + value * value * size;
    squares[column] = square;
    const step = RATE / Math.sqrt(square);
    const keep = 1 - step * L2;
    for (let k = 0, at = column * classes; k < classes; k++, at++) {
      weights[at] = (weights[at] as number) * keep - step * value * (error[k] as number);
    }
  }
  for (let k = 0; k < classes; k++) bias[k] = (bias[k] as number) - BIAS_RATE * (error[k] as number);
}
