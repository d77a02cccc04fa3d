import { chanceOfAtLeast, exactInterval, type Interval } from './interval.ts';
import { type Judgement, rankDecisions, type Step, stepsAt } from './rank-decisions.ts';

/** The share of all decisions that lie above a confidence, and how many of those are right. */
export type Reach = { confidence: number; above: number; coverage: number; accuracy: Interval };

export type Picked =
  | ({ status: 'picked'; decisions: number } & Reach)
  | { status: 'not_enough'; decisions: number; needed: number }
  | { status: 'out_of_reach'; decisions: number; best: Reach };

/** How often a threshold may be picked whose accuracy is below the target. */
const RISK = 0.05;
const LEAST = 60;
const CANDIDATES = 20;
const MOST_STARTS = 4;
/** With fewer decisions than so many times the least that can prove a target, dividing the risk costs more than it gains. */
const ENOUGH_TO_DIVIDE = 6;
/**
 * Of each side of the stated interval. The threshold was chosen by the same decisions, which flatters it: where a fifth of
 * simulated accounts or more got one, 95 % intervals held in 90 % of them at worst, these in 96 %. Rarer picks are luckier.
 */
const TAIL_OF_PICK = 0.0125;

/** So many decisions, all right, prove a target at a risk. */
const provenBy = (target: number, risk: number): number => Math.ceil(Math.log(risk) / Math.log(target) - 1e-9);

/** The fewest decisions that a target can be judged by. */
export const neededFor = (target: number): number => Math.max(LEAST, provenBy(target, RISK));

/**
 * The lowest confidence above which an engine's values are right as often as `target` asks, proven at a risk of 5 %. Thresholds
 * are tested from the highest on, and where one fails the walk ends. As one unlucky error among the surest must not end
 * everything, the risk is divided among a few places to start from; what a start has proven with passes on to the next (the
 * fallback procedure, Wiens 2003). Which thresholds are tested is settled by counts alone: the proof stays valid.
 */
export function pickThreshold(decisions: readonly Judgement[], target: number): Picked {
  const all = decisions.length;
  const needed = neededFor(target);
  if (all < needed) return { status: 'not_enough', decisions: all, needed };
  const starts = startsFor(all, target);
  const steps = rankDecisions(decisions);
  const candidates = stepsAt(
    steps,
    [...evenly(needed, all), ...starts].toSorted((a, b) => a - b),
  );
  const risks = new Map<Step, number>();
  for (const step of starts.flatMap((start) => stepsAt(steps, [start])))
    risks.set(step, (risks.get(step) ?? 0) + RISK / starts.length);
  const proven = lastProven(candidates, risks, target);
  if (proven) return { status: 'picked', decisions: all, ...reachOf(proven, all) };
  const reaches = candidates.map((step) => reachOf(step, all));
  const best = reaches.reduce((a, b) => (b.accuracy.low > a.accuracy.low ? b : a));
  return { status: 'out_of_reach', decisions: all, best };
}

function lastProven(candidates: readonly Step[], risks: Map<Step, number>, target: number): Step | null {
  let proven: Step | null = null;
  let passedOn = 0;
  for (const step of candidates) {
    const risk = passedOn + (risks.get(step) ?? 0);
    const holds = risk > 0 && chanceOfAtLeast(step.right, step.above, target) <= risk;
    passedOn = holds ? risk : 0;
    if (holds) proven = step;
  }
  return proven;
}

/** All decisions, the surer half, quarter and eighth, as far as they could prove the target with a part of the risk. */
function startsFor(all: number, target: number): number[] {
  if (all < ENOUGH_TO_DIVIDE * provenBy(target, RISK)) return [neededFor(target)];
  const starts = [all];
  for (let next = all / 2; starts.length < MOST_STARTS; next /= 2) {
    if (next < Math.max(LEAST, provenBy(target, RISK / (starts.length + 1)))) break;
    starts.push(next);
  }
  return starts;
}

const evenly = (from: number, to: number): number[] =>
  Array.from({ length: CANDIDATES }, (_, i) => Math.round(from + ((to - from) * i) / (CANDIDATES - 1)));

export const reachOf = ({ confidence, above, right }: Step, all: number): Reach => ({
  confidence,
  above,
  coverage: above / all,
  accuracy: exactInterval(right, above, TAIL_OF_PICK),
});
