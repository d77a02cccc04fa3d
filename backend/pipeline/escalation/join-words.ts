import { LETTERS } from './compile.ts';

const APART = new RegExp(`[^${LETTERS}.!?\\n]+`, 'gu');
/** What is longer parts more than two words: a line of dashes, the gap of a table. */
const LONGEST = 6;

/** Text with one character between two words, and for each of its units where that stood before. */
export type Joined = { text: string; places: Uint32Array };

/** A blank between two words, a comma where there was one, a tab where more than two words are parted; what ends sentences stays. */
export function joinWords(folded: string): Joined {
  const parts: string[] = [];
  const places: number[] = [];
  let from = 0;
  const keepUntil = (end: number) => {
    parts.push(folded.slice(from, end));
    for (let at = from; at < end; at++) places.push(at);
  };
  for (const { 0: apart, index } of folded.matchAll(APART)) {
    keepUntil(index);
    const isLong = apart.length > LONGEST && [...apart].length > LONGEST;
    parts.push(isLong ? '\t' : /[,;]/.test(apart) ? ',' : ' ');
    places.push(index);
    from = index + apart.length;
  }
  keepUntil(folded.length);
  places.push(folded.length);
  return { text: parts.join(''), places: Uint32Array.from(places) };
}
