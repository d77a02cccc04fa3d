import type { Category } from '../../../contract/taxonomy.ts';
import type { Score } from '../../../ports/engine.ts';
import { readTicket } from './features.ts';
import { rankLabels } from './head.ts';
import type { Head } from './model.ts';
import { splitSentences } from './sentences.ts';
import type { Vectoriser } from './vectoriser.ts';

/** Of the whole ticket: below it no sentence can make a category the second one. */
const POSSIBLE = 0.1;
/** Of one sentence alone. */
const SURE = 0.9;
const MOST_SENTENCES = 12;
/** What is of no particular category is no issue of its own. */
const REST = 'general';

/**
 * The second category when one sentence alone surely speaks of it and another one surely of the first; the probability is that
 * of the weaker of the two.
 */
export function findSecondary(
  vectoriser: Vectoriser,
  head: Head,
  text: string,
  [first, ...others]: readonly Score<Category>[],
): Score<Category> | null {
  const possible = others.filter(({ value, probability }) => value !== REST && probability >= POSSIBLE);
  if (!first || possible.length === 0) return null;
  const sentences = splitSentences(text).slice(0, MOST_SENTENCES);
  if (sentences.length < 2) return null;
  const sure = new Map<string, number>();
  for (const sentence of sentences) {
    const [top] = rankLabels(head, vectoriser.vectorise(readTicket('', sentence)));
    if (top && top.probability >= SURE) sure.set(top.value, Math.max(sure.get(top.value) ?? 0, top.probability));
  }
  const ofFirst = sure.get(first.value);
  const second = possible.find(({ value }) => sure.has(value));
  if (ofFirst === undefined || !second) return null;
  return { value: second.value, probability: Math.min(ofFirst, sure.get(second.value) ?? 0) };
}
