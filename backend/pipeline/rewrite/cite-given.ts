import type { DraftPart } from '../../contract/triage.ts';

type Cited = Pick<DraftPart, 'sourceId' | 'quote'>;

/** So long a piece of a sentence is told from others. */
const TELLING = 12;
const NOTHING: Cited = { sourceId: null, quote: null };

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

const isOf = (sentence: string, part: string): boolean =>
  sentence === part ||
  (sentence.length >= TELLING && part.includes(sentence)) ||
  (part.length >= TELLING && sentence.includes(part));

/** What each sentence rests on, as far as it still stands there as one of these parts. */
export function citeGiven(sentences: readonly string[], parts: readonly DraftPart[]): Cited[] {
  const known = parts.flatMap(({ text, sourceId, quote, struck }) =>
    sourceId === null || struck ? [] : [{ text: plain(text), sourceId, quote }],
  );
  return sentences.map((sentence) => {
    const wanted = plain(sentence);
    const found = known.find(({ text }) => text === wanted) ?? known.find(({ text }) => isOf(wanted, text));
    return found ? { sourceId: found.sourceId, quote: found.quote } : NOTHING;
  });
}
