import { monthBesideDay } from './calendar.ts';
import { plainText } from './plain-text.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const AFTER_DAY = /\d\.\s{0,3}$/;
const FIRST_WORD = /^[\p{L}\p{M}]{1,20}/u;

/** Sentences with what follows them; the day of "am 2. März" ends none. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    const month = monthBesideDay(FIRST_WORD.exec(plainText(segment.slice(0, 24)))?.[0] ?? '');
    if (last !== undefined && month !== null && AFTER_DAY.test(last)) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}
