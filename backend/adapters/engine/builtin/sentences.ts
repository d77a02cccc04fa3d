import type { Token } from './tokens.ts';

/** Sentence ends are found alike in every language that we know; a fixed locale spares us invalid ones. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const READ = 4000;

export function splitSentences(text: string): string[] {
  return Array.from(segmenter.segment(text.slice(0, READ)), ({ segment }) => segment.trim()).filter(
    (sentence) => sentence !== '',
  );
}

/** Start of the sentence whose tokens weigh most together. */
export function strongestSentence(
  { text, tokens }: { text: string; tokens: Token[] },
  weights: readonly number[],
): number {
  const starts = Array.from(segmenter.segment(text.slice(0, READ)), ({ index }) => index);
  const sums = starts.map(() => 0);
  let current = 0;
  tokens.forEach((token, index) => {
    while ((starts[current + 1] ?? Number.POSITIVE_INFINITY) <= token.start) current++;
    sums[current] = (sums[current] ?? 0) + (weights[index] ?? 0);
  });
  return starts[sums.indexOf(Math.max(...sums))] ?? 0;
}
