/** A share of decisions and what it may be in truth. */
export type Interval = { estimate: number; low: number; high: number };

/** Of each side of a two-sided 95 % interval. */
const TAIL = 0.025;
const HALVINGS = 55;
const MOST_TERMS = 20_000;
const TINY = 1e-300;

/** Exact two-sided interval of a proportion (Clopper and Pearson 1934), of 95 % unless `tail`, the risk on each side, is given. */
export function exactInterval(right: number, decisions: number, tail = TAIL): Interval {
  if (!(decisions > 0)) throw new RangeError('No decisions, no interval');
  return {
    estimate: right / decisions,
    low: lowerBound(right, decisions, tail),
    high: 1 - lowerBound(decisions - right, decisions, tail),
  };
}

/** The least proportion that does not make `right` or more of `decisions` rarer than `level`: one-sided, exact. */
export function lowerBound(right: number, decisions: number, level = 0.05): number {
  if (right === 0) return 0;
  let [low, high] = [0, right / decisions];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (chanceOfAtLeast(right, decisions, middle) > level) high = middle;
    else low = middle;
  }
  return low;
}

/** How probable `right` or more of `decisions` are when each is right with probability `accuracy`. */
export function chanceOfAtLeast(right: number, decisions: number, accuracy: number): number {
  if (right <= 0) return 1;
  return incompleteBeta(accuracy, right, decisions - right + 1);
}

/** Regularised incomplete beta function, by its continued fraction where that converges fast. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** Lentz's method. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let sum = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    sum *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    sum *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return sum;
}

/** Stirling's series, of numbers from 1 on. */
function logGamma(x: number): number {
  let [shift, z] = [0, x];
  for (; z < 12; z++) shift -= Math.log(z);
  const inverse = 1 / (z * z);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z;
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
}
