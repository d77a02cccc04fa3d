/** Sentence ends are found alike in every language that we know; a fixed locale spares us invalid ones. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const READ = 4000;
/** The segmenter leaves an opening bracket or quote with the sentence before it. */
const OPENING = /[([{「『（【]+\s*$/u;

export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let opening = '';
  for (const { segment } of segmenter.segment(text.slice(0, READ))) {
    const sentence = opening + segment;
    opening = OPENING.exec(sentence)?.[0] ?? '';
    sentences.push(sentence.slice(0, sentence.length - opening.length).trim());
  }
  return [...sentences, opening.trim()].filter((sentence) => sentence !== '');
}
