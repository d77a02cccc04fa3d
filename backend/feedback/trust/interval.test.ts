import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast, exactInterval, lowerBound } from './interval.ts';

describe('exact interval', () => {
  it.each([
    // right, decisions, low, high: summed in whole numbers of any length, or in closed form where all are right.
    [0, 10, 0, 0.3084971],
    [10, 10, 0.6915029, 1],
    [5, 10, 0.187086, 0.812914],
    [950, 1_000, 0.9346095, 0.9626646],
    [59, 60, 0.9106009, 0.9995781],
    [59, 59, 0.025 ** (1 / 59), 1],
    [100_000, 100_000, 0.025 ** (1 / 100_000), 1],
  ])('of %i right of %i is %f to %f', (right, decisions, low, high) => {
    const interval = exactInterval(right, decisions);
    expect(interval.low).toBeCloseTo(low, 5);
    expect(interval.high).toBeCloseTo(high, 5);
    expect(interval.estimate).toBe(right / decisions);
  });

  it('sums the tail as adding it up term by term does', () => {
    for (const [right, decisions, accuracy] of [
      [7, 12, 0.4],
      [58, 60, 0.9],
      [188, 200, 0.95],
    ] as const) {
      let term = (1 - accuracy) ** decisions;
      let below = 0;
      for (let k = 0; k < right; k++) {
        below += term;
        term *= ((decisions - k) / (k + 1)) * (accuracy / (1 - accuracy));
      }
      expect(chanceOfAtLeast(right, decisions, accuracy)).toBeCloseTo(1 - below, 9);
    }
  });

  it('has bounds whose tails are what was asked, also of 100,000 decisions', () => {
    for (const [right, decisions] of [
      [1, 3],
      [59, 60],
      [950, 1_000],
      [95_123, 100_000],
      [3, 100_000],
    ] as const) {
      const { low, high } = exactInterval(right, decisions);
      expect(chanceOfAtLeast(right, decisions, low)).toBeCloseTo(0.025, 6);
      expect(1 - chanceOfAtLeast(right + 1, decisions, high)).toBeCloseTo(0.025, 6);
      expect(chanceOfAtLeast(right, decisions, lowerBound(right, decisions))).toBeCloseTo(0.05, 6);
    }
  });

  it('says nothing about no decisions', () => {
    expect(() => exactInterval(0, 0)).toThrow(RangeError);
  });
});
