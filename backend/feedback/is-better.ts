import type { Comparison } from '../ports/trainer.ts';
import { chanceOfAtLeast } from './trust/interval.ts';

/** Of taking a model over that is no better, shared by the fields. */
const RISK = 0.05;

/** Whether a field's values are worse by more than one standard error of the difference. */
export const isWorse = (comparison: Comparison): boolean =>
  Object.values(comparison).some(({ gained, lost }) => lost - gained > Math.sqrt(gained + lost));

/** Whether a field's values are better by more than luck gives (sign test, one-sided), and none are worse. */
export function isBetter(comparison: Comparison): boolean {
  const fields = Object.values(comparison);
  const proven = fields.some(({ gained, lost }) => chanceOfAtLeast(gained, gained + lost, 0.5) <= RISK / fields.length);
  return proven && !isWorse(comparison);
}
