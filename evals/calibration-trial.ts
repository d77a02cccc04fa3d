import { fitCalibrations } from '../backend/feedback/trust/fit-calibration.ts';
import { type Calibration, calibrate, findCalibration, type Vote } from '../backend/ports/learned.ts';
import { createRandom, shuffle } from './random.ts';
import { calibrationError, isRight, type Outcome } from './scores.ts';

const ENGINE = 'judged';
const SIMULATIONS = 100;

/** What a tenant's calibration makes of an engine's outcomes, had it seen `decisions` first. */
export const fitOn = (decisions: readonly Outcome[]): Calibration[] => fitCalibrations(decisions.map(toVote));

const toVote = (outcome: Outcome, index: number): Vote => ({
  triageId: `${index}`,
  ticketId: `${index}`,
  agentId: null,
  field: 'category',
  engine: ENGINE,
  language: outcome.language,
  raw: outcome.confidence,
  right: isRight(outcome),
});

/** Null when there were too few decisions to calibrate by. */
export function apply(calibrations: Calibration[], outcomes: readonly Outcome[]): Outcome[] | null {
  if (calibrations.length === 0) return null;
  return outcomes.map((outcome) => {
    const own = findCalibration({ calibrations }, ENGINE, 'category', outcome.language);
    return own ? { ...outcome, confidence: calibrate(own, outcome.confidence) } : outcome;
  });
}

export type CalibrationTrial = {
  /** So many decisions each of two calibrations was fitted on. */
  decisions: number;
  ece: number | null;
  /** What as many rows would show if every confidence were exactly true. */
  byChance: number | null;
};

/** Fitted on one half of the outcomes and measured on the other, both ways. */
export function tryCalibration(outcomes: readonly Outcome[], seed: number): CalibrationTrial {
  const shuffled = shuffle(outcomes, createRandom(seed));
  const middle = Math.floor(shuffled.length / 2);
  const halves = [shuffled.slice(0, middle), shuffled.slice(middle)] as const;
  const measured = [apply(fitOn(halves[0]), halves[1]), apply(fitOn(halves[1]), halves[0])];
  const both = measured.filter((half) => half !== null);
  if (both.length < 2) return { decisions: middle, ece: null, byChance: null };
  const meanOf = (measure: (half: Outcome[]) => number): number =>
    (measure(both[0] as Outcome[]) + measure(both[1] as Outcome[])) / 2;
  return { decisions: middle, ece: meanOf(calibrationError), byChance: meanOf((half) => errorByChance(half, seed)) };
}

/** Bins of few rows err even where the confidence is true. */
function errorByChance(outcomes: readonly Outcome[], seed: number): number {
  const random = createRandom(seed);
  let sum = 0;
  for (let run = 0; run < SIMULATIONS; run++)
    sum += calibrationError(
      outcomes.map((one) => ({ ...one, expected: 'right', predicted: random() < one.confidence ? 'right' : 'wrong' })),
    );
  return sum / SIMULATIONS;
}
