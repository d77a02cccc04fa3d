import { fitHead, type Labelled } from './head.ts';
import { score, toProbabilities } from './softmax.ts';

export type Calibration = {
  /** Divides the scores, so that tickets of confidence 0.8 are right in 8 of 10 cases. */
  temperature: number;
  /** Probability from which the second category is named. */
  secondaryThreshold: number;
};

type Trial = { scores: Float64Array; labels: string[]; labelled: Labelled };

const FOLDS = 3;
const TEMPERATURES = Array.from({ length: 40 }, (_, i) => 0.25 * 1.1 ** i);
const THRESHOLDS = Array.from({ length: 36 }, (_, i) => 0.1 + i * 0.01);

/** Fitted on tickets that the judging classifier has not seen. */
export function calibrate(labelled: readonly Labelled[], columns: number): Calibration {
  const trials = Array.from({ length: FOLDS }, (_, fold) => holdOut(labelled, columns, fold)).flat();
  const temperature = best(TEMPERATURES, (candidate) => logLikelihood(trials, candidate));
  return {
    temperature,
    secondaryThreshold: best(THRESHOLDS, (threshold) => secondaryScore(trials, temperature, threshold)),
  };
}

function holdOut(labelled: readonly Labelled[], columns: number, fold: number): Trial[] {
  const head = fitHead(
    labelled.filter((_, index) => index % FOLDS !== fold),
    columns,
  );
  return labelled
    .filter(({ label }, index) => index % FOLDS === fold && head.labels.includes(label))
    .map((one) => ({ scores: score(head.softmax, one.row), labels: head.labels, labelled: one }));
}

function logLikelihood(trials: Trial[], temperature: number): number {
  return trials.reduce((sum, { scores, labels, labelled }) => {
    const probability = toProbabilities(scores, temperature)[labels.indexOf(labelled.label)] ?? 0;
    return sum + Math.log(Math.max(probability, 1e-9));
  }, 0);
}

/** F-score that counts a wrongly named second issue twice as much as a missed one. */
function secondaryScore(trials: Trial[], temperature: number, threshold: number): number {
  let hits = 0;
  let named = 0;
  let wanted = 0;
  for (const { scores, labels, labelled } of trials) {
    const second = rank(labels, toProbabilities(scores, temperature))[1];
    const name = second && second.probability >= threshold ? second.label : null;
    if (name !== null) named++;
    if (labelled.secondary !== null) wanted++;
    if (name !== null && name === labelled.secondary) hits++;
  }
  return (1.25 * hits) / Math.max(named + 0.25 * wanted, 1);
}

export function rank(labels: readonly string[], probabilities: Float64Array): { label: string; probability: number }[] {
  return labels
    .map((label, k) => ({ label, probability: probabilities[k] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

function best(candidates: readonly number[], value: (candidate: number) => number): number {
  const scored = candidates.map((candidate) => ({ candidate, value: value(candidate) }));
  return scored.reduce((a, b) => (b.value > a.value ? b : a)).candidate;
}
