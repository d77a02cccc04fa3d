import type { Score } from '../../../ports/engine.ts';
import { calibrate } from './calibration.ts';
import { margins } from './linear.ts';
import type { Head } from './model.ts';
import type { Row } from './row.ts';

/** All labels, likeliest first. */
export function rankLabels({ labels, linear, calibration }: Head, row: Row): Score[] {
  const probabilities = calibrate(calibration, margins(linear, row));
  return labels
    .map((value, k) => ({ value, probability: probabilities[k] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}
