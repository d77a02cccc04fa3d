import { pickThreshold } from '../backend/feedback/trust/pick-threshold.ts';
import { apply, fitOn } from './calibration-trial.ts';
import { createRandom, shuffle } from './random.ts';
import { accuracyOf, isRight, type Outcome } from './scores.ts';

const RUNS = 200;
const MOST_DECISIONS = 1_000;
const TARGETS = [0.9, 0.95];
/** Under this many covered rows the rest says too little about a threshold. */
const LEAST_COVERED = 200;
const Z = 1.96;

export type DialTrial = {
  runs: number;
  picked: number;
  abstained: number;
  /** Picked runs whose covered rest has 200 rows or more: only those are judged. */
  judged: number;
  /** Share of judged runs whose realised accuracy agrees with the stated interval, the rest's own chance allowed for. */
  within: number | null;
  /** Share whose realised accuracy lies in the stated interval, chance and all. */
  inside: number | null;
  metTarget: number | null;
  coverage: number | null;
};

type Run = 'abstained' | 'unjudged' | { within: boolean; inside: boolean; met: boolean; coverage: number };
type Half = { decisions: Outcome[]; rest: Outcome[] };

/** Half of the outcomes, drawn 200 times, as a tenant's decisions: what the picked threshold promises, and what the rest then shows. */
export function tryDial(outcomes: readonly Outcome[], seed: number): Record<string, DialTrial> {
  const random = createRandom(seed);
  const runs = new Map<number, Run[]>(TARGETS.map((target) => [target, []]));
  for (let at = 0; at < RUNS; at++) {
    const half = draw(outcomes, random);
    for (const [target, results] of runs) results.push(half ? tryOnce(half, target) : 'abstained');
  }
  return Object.fromEntries([...runs].map(([target, results]) => [`${Math.round(target * 100)}`, sumUp(results)]));
}

function draw(outcomes: readonly Outcome[], random: () => number): Half | null {
  const shuffled = shuffle(outcomes, random);
  const taken = Math.min(MOST_DECISIONS, Math.floor(shuffled.length / 2));
  const calibrations = fitOn(shuffled.slice(0, taken));
  const calibrated = apply(calibrations, shuffled);
  return calibrated && { decisions: calibrated.slice(0, taken), rest: calibrated.slice(taken) };
}

function tryOnce({ decisions, rest }: Half, target: number): Run {
  const judgements = decisions.map((one) => ({ confidence: one.confidence, right: isRight(one) }));
  const picked = pickThreshold(judgements, target);
  if (picked.status !== 'picked') return 'abstained';
  const covered = rest.filter(({ confidence }) => confidence >= picked.confidence);
  if (covered.length < LEAST_COVERED) return 'unjudged';
  const realised = accuracyOf(covered);
  const { low, high, estimate } = picked.accuracy;
  const chance = Z * Math.sqrt((estimate * (1 - estimate)) / covered.length);
  const room = realised < estimate ? estimate - low : high - estimate;
  return {
    within: Math.abs(realised - estimate) <= Math.hypot(room, chance),
    inside: realised >= low && realised <= high,
    met: realised >= target,
    coverage: covered.length / rest.length,
  };
}

function sumUp(runs: readonly Run[]): DialTrial {
  const judged = runs.filter((run) => typeof run !== 'string');
  const meanOf = (value: (run: (typeof judged)[number]) => number): number | null =>
    judged.length === 0 ? null : judged.reduce((sum, run) => sum + value(run), 0) / judged.length;
  const abstained = runs.filter((run) => run === 'abstained').length;
  return {
    runs: runs.length,
    picked: runs.length - abstained,
    abstained,
    judged: judged.length,
    within: meanOf(({ within }) => Number(within)),
    inside: meanOf(({ inside }) => Number(inside)),
    metTarget: meanOf(({ met }) => Number(met)),
    coverage: meanOf(({ coverage }) => coverage),
  };
}
