import { fold } from '../escalation/fold.ts';

const DASHES = /[\u2010-\u2015\u2212\uff70]/g;
const QUOTES = /[\u201c-\u201f\u00ab\u00bb\u300c-\u300f"]/g;

/** Folded text in which every dash and every quotation mark is written alike, and a space stands for white space. */
export const plainText = (text: string): string =>
  fold(text.normalize('NFKC')).text.replaceAll('\n', ' ').replace(DASHES, '-').replace(QUOTES, '"');

const squeezed = new Map<string, string>();
const MOST = 10_000;

function squeezeCharacter(character: string): string {
  let known = squeezed.get(character);
  if (known === undefined) {
    known = plainText(character).replace(/[\s"'`]/g, '');
    if (squeezed.size < MOST) squeezed.set(character, known);
  }
  return known;
}

/** The letters, digits and marks alone, each with the place it comes from: blanks, case and width make no difference. */
export function squeeze(original: string): { text: string; origins: number[] } {
  const text: string[] = [];
  const origins: number[] = [];
  let index = 0;
  for (const character of original) {
    const unit = squeezeCharacter(character);
    text.push(unit);
    for (let at = 0; at < unit.length; at++) origins.push(index);
    index += character.length;
  }
  origins.push(index);
  return { text: text.join(''), origins };
}
