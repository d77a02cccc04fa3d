import type { Row } from './row.ts';

/**
 * One weight vector a class, in 8 bits: that of column c for class k is `weights[c * classes + k] * steps[k]`. Columns beyond the
 * end weigh nothing.
 */
export type Linear = { classes: number; weights: Int8Array; steps: Float32Array; bias: Float32Array };

const MOST = 127;

/** How far on the right side of each class a row lies. */
export function margins({ classes, weights, steps, bias }: Linear, { columns, values }: Row): Float64Array {
  const sums = new Float64Array(classes);
  for (let i = 0; i < columns.length; i++) {
    const at = (columns[i] as number) * classes;
    if (at >= weights.length) continue;
    const value = values[i] as number;
    for (let k = 0; k < classes; k++) sums[k] = (sums[k] as number) + (weights[at + k] as number) * value;
  }
  return sums.map((sum, k) => sum * (steps[k] as number) + (bias[k] as number));
}

/** `vectors[k]` holds the weights of class k and, last, its bias; only the columns `kept` go in. */
export function toLinear(vectors: readonly Float64Array[], kept: Int32Array): Linear {
  const classes = vectors.length;
  const steps = Float32Array.from(vectors, (vector) => {
    const most = kept.reduce((top, column) => Math.max(top, Math.abs(vector[column] as number)), 0);
    return most / MOST || 1;
  });
  const weights = new Int8Array(kept.length * classes);
  kept.forEach((column, place) => {
    vectors.forEach((vector, k) => {
      weights[place * classes + k] = Math.round((vector[column] as number) / (steps[k] as number));
    });
  });
  return { classes, weights, steps, bias: Float32Array.from(vectors, (vector) => vector.at(-1) ?? 0) };
}

export function toProbabilities(scores: Float64Array, temperature: number): Float64Array {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
