import { createRandom } from './random.ts';
import type { RowBlock } from './row.ts';

/** Rows to tell apart: `signs[i]` is 1 or -1, `costs[i]` what an error on row i costs (0 leaves the row out). */
export type TwoClasses = { block: RowBlock; signs: Int8Array; costs: Float64Array; columns: number };

const MOST_PASSES = 60;
const TOLERANCE = 0.02;
const SEED = 1;

type Search = { weights: Float64Array; alphas: Float64Array; active: Int32Array; random: () => number };

/**
 * Support vector machine with squared hinge loss by dual coordinate descent with shrinking (Hsieh et al., ICML 2008). The last
 * weight is the bias.
 */
export function fitMargin(classes: TwoClasses): Float64Array {
  const active = Int32Array.from(classes.costs.keys()).filter((row) => (classes.costs[row] as number) > 0);
  const search: Search = {
    weights: new Float64Array(classes.columns + 1),
    alphas: new Float64Array(classes.costs.length),
    active,
    random: createRandom(SEED),
  };
  let size = active.length;
  let limit = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const { kept, most, least } = sweep(classes, search, size, limit);
    size = kept;
    if (most - least <= TOLERANCE) {
      if (size === active.length) break;
      size = active.length;
      limit = Number.POSITIVE_INFINITY;
    } else limit = most <= 0 ? Number.POSITIVE_INFINITY : most;
  }
  return search.weights;
}

/** One pass over the active rows in random order; rows that surely stay without weight move behind the others. */
function sweep(classes: TwoClasses, search: Search, size: number, limit: number) {
  const { active, alphas, random } = search;
  let kept = size;
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < kept; i++) swap(active, i, i + Math.floor(random() * (kept - i)));
  for (let i = 0; i < kept; i++) {
    const row = active[i] as number;
    const slope = slopeOf(classes, search, row);
    const atRest = (alphas[row] as number) === 0;
    if (atRest && slope > limit) {
      swap(active, i--, --kept);
      continue;
    }
    const projected = atRest ? Math.min(slope, 0) : slope;
    most = Math.max(most, projected);
    least = Math.min(least, projected);
    if (Math.abs(projected) > 1e-12) step(classes, search, row, slope);
  }
  return { kept, most, least };
}

function slopeOf({ block, signs, costs }: TwoClasses, { weights, alphas }: Search, row: number): number {
  const { starts, columns, values } = block;
  let sum = weights[weights.length - 1] as number;
  for (let at = starts[row] as number, end = starts[row + 1] as number; at < end; at++) {
    sum += (weights[columns[at] as number] as number) * (values[at] as number);
  }
  return (signs[row] as number) * sum - 1 + (alphas[row] as number) / (2 * (costs[row] as number));
}

function step({ block, signs, costs }: TwoClasses, { weights, alphas }: Search, row: number, slope: number): void {
  const { starts, columns, values, squares } = block;
  const before = alphas[row] as number;
  const after = Math.max(before - slope / ((squares[row] as number) + 1 + 1 / (2 * (costs[row] as number))), 0);
  const change = (after - before) * (signs[row] as number);
  alphas[row] = after;
  for (let at = starts[row] as number, end = starts[row + 1] as number; at < end; at++) {
    const column = columns[at] as number;
    weights[column] = (weights[column] as number) + change * (values[at] as number);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] as number) + change;
}

function swap(items: Int32Array, a: number, b: number): void {
  const kept = items[a] as number;
  items[a] = items[b] as number;
  items[b] = kept;
}
