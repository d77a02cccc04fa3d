import { splitSentences } from '../check-draft/split-sentences.ts';

const LETTER = /\p{L}/u;

/** A draft's sentences, each with the blanks that follow it; the number of a step stands with the step. Joined they are the text. */
export function splitDraft(text: string): string[] {
  const sentences: string[] = [];
  let waiting = '';
  for (const segment of splitSentences(text)) {
    const last = sentences.at(-1);
    if (LETTER.test(segment)) {
      sentences.push(waiting + segment);
      waiting = '';
    } else if (last !== undefined && waiting === '' && segment.trim() === '')
      sentences[sentences.length - 1] = last + segment;
    else waiting += segment;
  }
  const last = sentences.pop() ?? '';
  return last + waiting === '' ? sentences : [...sentences, last + waiting];
}
