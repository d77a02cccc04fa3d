import type { Category } from '../../../contract/taxonomy.ts';
import { readTicket } from './features.ts';
import { type Guess, rankLabels } from './head.ts';
import type { Model } from './model.ts';
import { splitSentences } from './sentences.ts';

/** Of the whole ticket: below it no sentence can make a category the second one. */
const POSSIBLE = 0.02;
/** Of one sentence alone. */
const SURE = 0.9;
const MOST_SENTENCES = 30;
/** What is of no particular category is no issue of its own. */
const REST = 'general';

/** The second category when one sentence alone surely speaks of it and another one surely of the first. */
export function findSecondary(model: Model, text: string, [first, ...others]: Guess[]): Category | null {
  const possible = others.filter(({ label, probability }) => label !== REST && probability >= POSSIBLE);
  if (!first || possible.length === 0) return null;
  const sure = splitSentences(text)
    .slice(0, MOST_SENTENCES)
    .map(
      (sentence) =>
        rankLabels(model.category, model.vectoriser.vectorise(readTicket('', sentence)), model.temperature)[0],
    )
    .flatMap((guess) => (guess && guess.probability >= SURE ? [guess.label] : []));
  if (!sure.includes(first.label)) return null;
  return possible.find(({ label }) => sure.includes(label))?.label ?? null;
}
