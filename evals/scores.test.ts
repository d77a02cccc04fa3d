import { describe, expect, it } from 'vitest';
import { type Outcome, scoreOutcomes } from './scores.ts';

const outcome = (expected: string, predicted: string, confidence: number): Outcome => ({
  expected,
  predicted,
  confidence,
  ms: 1,
  language: 'en',
});

describe('scoreOutcomes', () => {
  const outcomes = [outcome('a', 'a', 0.95), outcome('a', 'a', 0.9), outcome('b', 'a', 0.6), outcome('b', 'b', 0.55)];

  it('counts what is right, by label and in all', () => {
    const { n, accuracy, macroF1, confusion } = scoreOutcomes(outcomes);
    expect([n, accuracy]).toEqual([4, 0.75]);
    expect(macroF1).toBeCloseTo((4 / 5 + 2 / 3) / 2);
    expect(confusion).toEqual({ a: { a: 2 }, b: { a: 1, b: 1 } });
  });

  it('measures how far confidence is from being right, over ten bins', () => {
    expect(scoreOutcomes(outcomes).ece).toBeCloseTo((2 * Math.abs(1 - 0.925) + 0.6 + 0.45) / 4);
  });

  it('covers as many of the surest rows as are right at the rate, equal confidences together', () => {
    expect(scoreOutcomes(outcomes).coverageAt).toEqual({ 90: 0.5, 95: 0.5, 98: 0.5 });
    expect(scoreOutcomes([outcome('a', 'a', 0.9), outcome('a', 'b', 0.9)]).coverageAt[90]).toBe(0);
  });
});
