/** Sentence ends are found alike in every language that we know; a fixed locale spares us invalid ones. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export type Sentence = { text: string; start: number; end: number };

export function splitSentences(text: string): Sentence[] {
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({
    text: segment.trim(),
    start: index,
    end: index + segment.length,
  })).filter((sentence) => sentence.text !== '');
}
