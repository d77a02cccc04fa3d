import type { Category, Sentiment, Urgency } from '../../../contract/taxonomy.ts';
import type { ClassifyInput, RawClassification } from '../../../ports/engine.ts';
import { contributions, pickEvidence } from './evidence.ts';
import { type Reading, readTicket } from './features.ts';
import { type Guess, rankLabels } from './head.ts';
import type { Model } from './model.ts';
import type { Weigh } from './relevance.ts';
import { findSecondary } from './secondary.ts';
import type { Row } from './softmax.ts';
import { summarise } from './summarise.ts';

/** A word counter is never surer than this. */
const MOST_CONFIDENT = 0.9;
/** With fewer words that it knows than this, it is guessing. */
const ENOUGH_WORDS = 4;
const SURE_OUTAGE = 0.6;
/** So many phrases of advertisements make one. */
const SURELY_ADVERT = 2;

export function classify(model: Model, weigh: Weigh, input: ClassifyInput): RawClassification {
  const reading = readTicket(input.subject, input.text);
  const known = knownWords(model, reading);
  const row = model.vectoriser.vectorise(reading);
  const categories = known === 0 ? [] : rankCategories(model, row, input.categories);
  const [first = { label: fallbackCategory(input.categories), probability: 0 }] = categories;
  const toCandidate = ({ label, probability }: Guess): { category: Category; confidence: number } => ({
    category: label,
    confidence: Math.min(probability, MOST_CONFIDENT) * Math.min(1, known / ENOUGH_WORDS),
  });
  const weights = contributions(reading, row, model.category, first.label, model.vectoriser.columnOf);
  const urgency = known === 0 ? [] : rankLabels(model.urgency, row);
  const sentiment = known === 0 ? 'neutral' : judgeSentiment(reading, rankLabels(model.sentiment, row));
  return {
    category: first.label,
    secondary: findSecondary(model, input.text, categories),
    subcategory: null,
    urgency: topLabel(urgency, 'P3') as Urgency,
    sentiment,
    summary: summarise(weigh, input.subject, input.text),
    confidence: toCandidate(first).confidence,
    candidates: categories.slice(0, 2).map(toCandidate),
    escalationRisk: isRisky(reading, urgency, sentiment),
    evidence: pickEvidence(reading, weights),
  };
}

/** An advertisement shouts without being angry. */
function judgeSentiment({ cues }: Reading, ranked: Guess[]): Sentiment {
  const label = topLabel(ranked, 'neutral') as Sentiment;
  const adverts = cues.filter(({ cue }) => cue === 'advert').length;
  return label === 'angry' && adverts >= SURELY_ADVERT ? 'neutral' : label;
}

const topLabel = (ranked: Guess[], fallback: string): string => ranked[0]?.label ?? fallback;

const fallbackCategory = (asked: readonly Category[]): Category =>
  asked.includes('general') ? 'general' : (asked[0] ?? 'general');

/** Categories that were not asked for keep their probability: what is likely one of them is no safe member of the rest. */
function rankCategories({ category, temperature }: Model, row: Row, asked: readonly Category[]): Guess[] {
  return rankLabels(category, row, temperature).filter(({ label }) => asked.includes(label));
}

/** How many different words of the ticket the examples have, too. */
function knownWords({ vectoriser }: Model, { tokens, features }: Reading): number {
  const known = features.filter(
    ({ kind, from, bucket }) => kind === 'word' && tokens[from]?.kind === 'word' && vectoriser.columnOf(bucket) >= 0,
  );
  return new Set(known.map(({ bucket }) => bucket)).size;
}

function isRisky({ cues }: Reading, [urgency]: Guess[], sentiment: Sentiment): boolean {
  if (urgency?.label === 'P1' && urgency.probability >= SURE_OUTAGE) return true;
  return sentiment === 'angry' && cues.some(({ cue }) => cue === 'threat');
}
