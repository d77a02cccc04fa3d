import { createRandom, shuffle } from './random.ts';

/** A sparse vector: `values[i]` stands in column `columns[i]`. */
export type Row = { columns: Int32Array; values: Float32Array };

/** Multinomial logistic regression; the weight of column c for class k is `weights[c * classes + k]`. */
export type Softmax = { classes: number; weights: Float32Array; bias: Float32Array };

/** Targets are probabilities over the classes, so that a ticket may belong to two. */
export type Sample = { row: Row; target: Float64Array; weight: number };

const EPOCHS = 6;
const RATE = 0.2;
const L2 = 1e-4;
const BIAS_RATE = 0.02;
const SEED = 1;

export function score({ classes, weights, bias }: Softmax, { columns, values }: Row): Float64Array {
  const scores = Float64Array.from(bias);
  for (let i = 0; i < columns.length; i++) {
    const at = (columns[i] as number) * classes;
    const value = values[i] as number;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + (weights[at + k] as number) * value;
  }
  return scores;
}

export function toProbabilities(scores: Float64Array, temperature = 1): Float64Array {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((value) => Math.exp((value - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Stochastic gradient descent with a step size per column (Adagrad) and weight decay. */
export function fitSoftmax(samples: readonly Sample[], columns: number, classes: number): Softmax {
  const model = { classes, weights: new Float32Array(columns * classes), bias: new Float32Array(classes) };
  const squares = new Float32Array(columns).fill(1e-6);
  const order = [...samples];
  const random = createRandom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const sample of order) learn(model, squares, sample);
  }
  return model;
}

function learn(model: Softmax, squares: Float32Array, { row, target, weight }: Sample): void {
  const { classes, weights, bias } = model;
  const error = toProbabilities(score(model, row)).map((probability, k) => weight * (probability - (target[k] ?? 0)));
  const size = error.reduce((sum, value) => sum + value * value, 0);
  for (let i = 0; i < row.columns.length; i++) {
    const column = row.columns[i] as number;
    const value = row.values[i] as number;
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
