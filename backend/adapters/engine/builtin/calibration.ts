import { fitHead, type Labelled } from './head.ts';
import { score, toProbabilities } from './softmax.ts';

type Trial = { scores: Float64Array; labels: string[]; labelled: Labelled };

const FOLDS = 3;
const TEMPERATURES = Array.from({ length: 40 }, (_, i) => 0.25 * 1.1 ** i);

/**
 * What to divide the scores by, so that tickets of confidence 0.8 are right in 8 of 10 cases; found on tickets that the
 * judging classifier has not seen.
 */
export function fitTemperature(labelled: readonly Labelled[], columns: number): number {
  const trials = Array.from({ length: FOLDS }, (_, fold) => holdOut(labelled, columns, fold)).flat();
  const tried = TEMPERATURES.map((temperature) => ({ temperature, fit: logLikelihood(trials, temperature) }));
  return tried.reduce((best, one) => (one.fit > best.fit ? one : best)).temperature;
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
