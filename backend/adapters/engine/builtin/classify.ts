import type { Category, Sentiment, Urgency } from '../../../contract/taxonomy.ts';
import type { ClassifyInput, RawClassification } from '../../../ports/engine.ts';
import { rank } from './calibration.ts';
import { contributions, pickEvidence } from './evidence.ts';
import { type Reading, readTicket } from './features.ts';
import type { Head } from './head.ts';
import type { Model } from './model.ts';
import { splitSentences } from './sentences.ts';
import { type Row, score, toProbabilities } from './softmax.ts';
import { summarise } from './summarise.ts';

/** A word counter is never surer than this. */
const MOST_CONFIDENT = 0.9;
/** With fewer words that it knows than this, it is guessing. */
const ENOUGH_WORDS = 4;
const SURE_OUTAGE = 0.6;

type Ranked = { label: string; probability: number }[];

export function classify(model: Model, input: ClassifyInput): RawClassification {
  const reading = readTicket(input.subject, input.text);
  const row = model.vectoriser.vectorise(reading);
  const categories = rankCategories(model, row, input.categories);
  const [first = { label: input.categories[0] ?? 'general', probability: 0 }, second] = categories;
  const trust = Math.min(1, knownWords(model, reading) / ENOUGH_WORDS);
  const toCandidate = ({ label, probability }: Ranked[number]): { category: Category; confidence: number } => ({
    category: label,
    confidence: Math.min(probability, MOST_CONFIDENT) * trust,
  });
  const weights = contributions(reading, row, model.category, first.label, model.vectoriser.columnOf);
  const urgency = rankLabels(model.urgency, row);
  const sentiment = topLabel(rankLabels(model.sentiment, row), 'neutral') as Sentiment;
  return {
    category: first.label,
    secondary: second && isSecondary(model, reading, row, weights, second) ? second.label : null,
    subcategory: null,
    urgency: topLabel(urgency, 'P3') as Urgency,
    sentiment,
    summary: summarise(input.subject, input.text),
    confidence: toCandidate(first).confidence,
    candidates: categories.slice(0, 2).map(toCandidate),
    escalationRisk: isRisky(reading, urgency, sentiment),
    evidence: pickEvidence(reading, weights),
  };
}

const rankLabels = ({ labels, softmax }: Head, row: Row): Ranked => rank(labels, toProbabilities(score(softmax, row)));

const topLabel = (ranked: Ranked, fallback: string): string => ranked[0]?.label ?? fallback;

/** Categories that were not asked for keep their probability: what is likely one of them is no safe member of the rest. */
function rankCategories({ category, temperature }: Model, row: Row, asked: readonly Category[]): Ranked {
  return rank(category.labels, toProbabilities(score(category.softmax, row), temperature)).filter(({ label }) =>
    asked.includes(label),
  );
}

function knownWords({ vectoriser }: Model, { tokens, features }: Reading): number {
  const known = features.filter(
    (feature) => feature.block === 'words' && feature.weight === 1 && vectoriser.columnOf(feature) >= 0,
  );
  return known.filter(({ to }) => tokens[to]?.kind === 'word').length;
}

/** A second issue is likely, and said elsewhere than the first. */
function isSecondary(
  model: Model,
  reading: Reading,
  row: Row,
  weights: number[],
  { label, probability }: Ranked[number],
): boolean {
  if (probability < model.secondaryThreshold) return false;
  const others = contributions(reading, row, model.category, label, model.vectoriser.columnOf);
  const sentences = splitSentences(reading.text);
  const strongest = (list: number[]): number => {
    const sums = sentences.map(({ start, end }) =>
      reading.tokens.reduce(
        (sum, token, i) => (token.start >= start && token.start < end ? sum + (list[i] ?? 0) : sum),
        0,
      ),
    );
    return sums.indexOf(Math.max(...sums));
  };
  return strongest(others) !== strongest(weights);
}

function isRisky({ cues }: Reading, [urgency]: Ranked, sentiment: Sentiment): boolean {
  if (urgency?.label === 'P1' && urgency.probability >= SURE_OUTAGE) return true;
  return sentiment === 'angry' && cues.some(({ cue }) => cue === 'threat');
}
