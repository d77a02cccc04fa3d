import { describe, expect, it } from 'vitest';
import { tryCalibration } from './calibration-trial.ts';
import { tryDial } from './dial-trial.ts';
import { createRandom } from './random.ts';
import { calibrationError, type Outcome } from './scores.ts';

/** An engine that is right less often than it says: with 0.9 stated, `truth(0.9)`. */
function simulate(count: number, truth: (stated: number) => number): Outcome[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (): Outcome => {
    const confidence = 0.5 + random() / 2;
    const predicted = random() < truth(confidence) ? 'a' : 'b';
    return { expected: 'a', predicted, confidence, ms: 1, language: 'en' };
  });
}

describe('tryCalibration', () => {
  it('shows what people’s decisions make of an engine that says too much', () => {
    const outcomes = simulate(2000, (stated) => stated - 0.2);
    const { ece, byChance, decisions } = tryCalibration(outcomes, 1);
    expect(calibrationError(outcomes)).toBeGreaterThan(0.15);
    expect(decisions).toBe(1000);
    expect(ece).toBeLessThan(0.05);
    expect(byChance).toBeLessThan(0.04);
    expect(byChance).toBeGreaterThan(0.005);
  });

  it('says nothing on few rows', () => {
    expect(
      tryCalibration(
        simulate(100, () => 1),
        1,
      ),
    ).toEqual({ decisions: 50, ece: null, byChance: null });
  });
});

describe('tryDial', () => {
  it('picks what holds on the rest', () => {
    const { 90: ninety } = tryDial(
      simulate(3000, (stated) => Math.min(1, stated + 0.1)),
      1,
    );
    expect(ninety).toMatchObject({ runs: 200, abstained: 0, picked: 200, judged: 200 });
    expect(ninety?.within).toBeGreaterThanOrEqual(0.93);
    expect(ninety?.metTarget).toBeGreaterThanOrEqual(0.93);
    expect(ninety?.coverage).toBeGreaterThan(0.5);
  });

  it('abstains where no confidence reaches the target, and on few rows', () => {
    expect(
      tryDial(
        simulate(1000, () => 0.6),
        1,
      )[95],
    ).toMatchObject({ picked: 0, abstained: 200, within: null });
    expect(
      tryDial(
        simulate(100, () => 1),
        1,
      )[90],
    ).toMatchObject({ abstained: 200 });
  });

  it('gives the same for the same seed', () => {
    const outcomes = simulate(400, (stated) => stated);
    expect(tryDial(outcomes, 3)).toEqual(tryDial(outcomes, 3));
  });
});
