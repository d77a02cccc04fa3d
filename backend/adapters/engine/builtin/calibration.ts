import { toProbabilities } from './linear.ts';

/** What a classifier that has not seen a ticket says of it: its margin for each class, and which class is right. */
export type Trial = { margins: Float64Array; right: number; weight: number };

/** Margins are divided by `temperature`; the log odds of the likeliest class are then `slope` times as large, plus `shift`. */
export type Calibration = { temperature: number; slope: number; shift: number };

const TEMPERATURES = Array.from({ length: 60 }, (_, i) => 0.05 * 1.08 ** i);
/** Where the searches start from, and how many tickets' worth that weighs: a handful of tickets prove little. */
const USUAL = 0.3;
const PRIOR = 5;
const MOST_STEPS = 25;
const CERTAIN = 1e-6;

/** Probabilities that come true: of tickets with 0.8, 8 in 10 are right. */
export function calibrate({ temperature, slope, shift }: Calibration, margins: Float64Array): Float64Array {
  const raw = toProbabilities(margins, temperature);
  if (raw.length < 2) return raw;
  const top = raw.indexOf(Math.max(...raw));
  const rest = Math.max(1 - (raw[top] as number), CERTAIN);
  const second = raw.reduce((most, value, k) => (k === top ? most : Math.max(most, value)), 0) / rest;
  const wanted = logistic(slope * logOdds(raw[top] as number) + shift);
  const certainty = Math.max(wanted, second / (1 + second));
  return raw.map((value, k) => (k === top ? certainty : (value * (1 - certainty)) / rest));
}

export function fitCalibration(trials: readonly Trial[]): Calibration {
  const temperature = fitTemperature(trials);
  const tops = trials.map(({ margins, right, weight }) => {
    const raw = toProbabilities(margins, temperature);
    const top = raw.reduce((best, value, k) => (value > (raw[best] as number) ? k : best), 0);
    return { odds: logOdds(raw[top] as number), hit: top === right ? 1 : 0, weight };
  });
  return { temperature, ...fitOdds(tops) };
}

function fitTemperature(trials: readonly Trial[]): number {
  const tried = TEMPERATURES.map((temperature) => ({ temperature, fit: likelihood(trials, temperature) }));
  return tried.reduce((best, one) => (one.fit > best.fit ? one : best)).temperature;
}

function likelihood(trials: readonly Trial[], temperature: number): number {
  const prior = -PRIOR * Math.log(temperature / USUAL) ** 2;
  return trials.reduce((sum, { margins, right, weight }) => {
    const probability = toProbabilities(margins, temperature)[right] ?? 0;
    return sum + weight * Math.log(Math.max(probability, 1e-9));
  }, prior);
}

/** Logistic regression of being right on the log odds (Platt), by Newton's method. */
function fitOdds(tops: readonly { odds: number; hit: number; weight: number }[]): { slope: number; shift: number } {
  let slope = 1;
  let shift = 0;
  for (let pass = 0; pass < MOST_STEPS; pass++) {
    const sums = { g1: PRIOR * (slope - 1), g0: PRIOR * shift, h11: PRIOR, h01: 0, h00: PRIOR };
    for (const { odds, hit, weight } of tops) {
      const expected = logistic(slope * odds + shift);
      const spread = weight * expected * (1 - expected);
      sums.g1 += weight * (expected - hit) * odds;
      sums.g0 += weight * (expected - hit);
      sums.h11 += spread * odds * odds;
      sums.h01 += spread * odds;
      sums.h00 += spread;
    }
    const determinant = sums.h11 * sums.h00 - sums.h01 ** 2;
    slope -= (sums.h00 * sums.g1 - sums.h01 * sums.g0) / determinant;
    shift -= (sums.h11 * sums.g0 - sums.h01 * sums.g1) / determinant;
  }
  return { slope: Math.max(slope, 0.05), shift };
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

function logOdds(probability: number): number {
  const inside = Math.min(Math.max(probability, CERTAIN), 1 - CERTAIN);
  return Math.log(inside / (1 - inside));
}
