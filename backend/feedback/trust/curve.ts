import type { TrustPoint } from '../../contract/trust.ts';
import { exactInterval } from './interval.ts';
import { type Judgement, rankDecisions, stepsAt } from './rank-decisions.ts';

const POINTS = 20;

/** What share of decisions lies above a confidence and how many of those are right, the highest confidence first. */
export function trustCurve(decisions: readonly Judgement[]): TrustPoint[] {
  const all = decisions.length;
  const counts = Array.from({ length: POINTS }, (_, i) => (all * (i + 1)) / POINTS);
  return stepsAt(rankDecisions(decisions), counts).map(({ confidence, above, right }) => {
    const { estimate, low, high } = exactInterval(right, above);
    return { confidence, coverage: above / all, decisions: above, accuracy: estimate, low, high };
  });
}
