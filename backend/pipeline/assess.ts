import type { Classification, JudgedField } from '../contract/triage.ts';
import type { Yardstick } from '../ports/decision.ts';
import type { RawClassification, Score } from '../ports/engine.ts';
import { calibrate, findCalibration, type Learned } from '../ports/learned.ts';

export const FIELDS = ['category', 'urgency', 'sentiment'] as const satisfies readonly JudgedField[];

const HIGH = 0.75;
/** What nobody's decisions have confirmed yet is never surer than this. */
const UNCONFIRMED = 0.9;

export const yardstickOf = (learned: Learned, engineId: string, language: string, reviewBelow: number): Yardstick => ({
  calibrations: FIELDS.flatMap((field) => findCalibration(learned, engineId, field, language) ?? []),
  // One that was found for an earlier position of its dial does not hold any more.
  thresholds: learned.thresholds.filter(
    ({ engine, field, target }) =>
      engine === engineId && learned.dials.some((dial) => dial.field === field && dial.target === target),
  ),
  dialled: learned.dials.map(({ field }) => field),
  reviewBelow,
});

type Confidences = Record<JudgedField, number>;
type Confidence = (field: JudgedField, probability: number) => number;

const confidenceBy =
  ({ calibrations }: Yardstick): Confidence =>
  (field, probability) => {
    const calibration = calibrations.find((one) => one.field === field);
    return calibration ? calibrate(calibration, probability) : Math.min(probability, UNCONFIRMED);
  };

const top = <Value extends string>([first]: Score<Value>[]): number => first?.probability ?? 0;

const measure = (raw: RawClassification, confidence: Confidence): Confidences => ({
  category: confidence('category', top(raw.category)),
  urgency: confidence('urgency', top(raw.urgency)),
  sentiment: confidence('sentiment', top(raw.sentiment)),
});

/** Above every confidence: what cannot be proven wants a human's look each time. */
const NEVER = Number.POSITIVE_INFINITY;

/** The confidence from which a field stands by itself. */
function leastOf({ thresholds, dialled, reviewBelow }: Yardstick, field: JudgedField): number {
  const threshold = thresholds.find((one) => one.field === field);
  if (threshold) return threshold.confidence ?? NEVER;
  return field === 'category' || dialled.includes(field) ? reviewBelow : 0;
}

/** Whether the engine is as sure of every dialled field as its dial asks, category and urgency among them. */
export function isSureEnough(raw: RawClassification, yardstick: Yardstick): boolean {
  const confidences = measure(raw, confidenceBy(yardstick));
  const proven = new Set(yardstick.thresholds.map(({ field }) => field));
  return (
    proven.has('category') &&
    proven.has('urgency') &&
    yardstick.dialled.every((field) => proven.has(field) && confidences[field] >= leastOf(yardstick, field))
  );
}

export type Assessed = Omit<Classification, 'decidedBy' | 'decidedWhy' | 'model' | 'fallbackReason'>;

/** What the account's own decisions make of an engine's scores: how sure, and whether a human has to decide. */
export function assess(raw: RawClassification, yardstick: Yardstick): Assessed {
  const confidence = confidenceBy(yardstick);
  const confidences = measure(raw, confidence);
  const unsure = FIELDS.filter((field) => confidences[field] < leastOf(yardstick, field));
  const [category, urgency, sentiment] = [raw.category[0], raw.urgency[0], raw.sentiment[0]];
  if (!category || !urgency || !sentiment) throw new RangeError('An engine scored no value of a field');
  return {
    category: category.value,
    secondary: raw.secondary?.value ?? null,
    subcategory: raw.subcategory,
    urgency: urgency.value,
    sentiment: sentiment.value,
    summary: raw.summary,
    confidence: confidences.category,
    urgencyConfidence: confidences.urgency,
    sentimentConfidence: confidences.sentiment,
    secondaryConfidence: raw.secondary && Math.min(raw.secondary.probability, UNCONFIRMED),
    band: unsure.length > 0 ? 'low' : confidences.category >= HIGH ? 'high' : 'medium',
    needsReview: unsure.length > 0,
    unsure,
    candidates: raw.category.slice(0, 2).map(({ value, probability }, index) => ({
      category: value,
      // A runner-up can have no more than the first one leaves.
      confidence: index === 0 ? confidences.category : Math.min(probability, 1 - confidences.category),
    })),
    evidence: raw.evidence,
  };
}
