import type { Category } from '../../../contract/taxonomy.ts';
import { readTicket } from './features.ts';
import { type Guess, rankLabels } from './head.ts';
import type { Model } from './model.ts';
import { splitSentences } from './sentences.ts';

const LIKELY = 0.2;
const SURE = 0.8;
const MOST_SENTENCES = 30;

/** A second issue is named when the whole ticket makes it likely, and one sentence alone is sure of it while another is sure of the first. */
export function findSecondary(model: Model, text: string, first: Guess, second: Guess): Category | null {
  if (second.probability < LIKELY) return null;
  const sure = splitSentences(text)
    .slice(0, MOST_SENTENCES)
    .map(
      (sentence) =>
        rankLabels(model.category, model.vectoriser.vectorise(readTicket('', sentence)), model.temperature)[0],
    )
    .flatMap((guess) => (guess && guess.probability >= SURE ? [guess.label] : []));
  return sure.includes(first.label) && sure.includes(second.label) ? second.label : null;
}
