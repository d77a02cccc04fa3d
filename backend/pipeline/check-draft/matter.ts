import { plainText } from './plain-text.ts';

/** Words that tell nothing of what a sentence is about, folded, from four letters on. */
const EMPTY = new Set(
  (
    'that this these those with your yours will would have been from they them their when which while after before into more than then also were what where there here only once each other some such very just like make made does done please ' +
    'sich sind wird werden wurde wurden haben hatte nicht eine einen einer einem eines oder aber wenn dann noch nach uber unter innerhalb kann konnen dass diese dieser dieses ihre ihren ihrer ihnen bitte auch sowie fur bis von beim durch ' +
    'vous votre dans pour avec sont cette cela plus etre avez nous notre leur leurs mais donc alors sera seront comme aussi sans sous ' +
    'para como pero este esta esto estos estas sobre puede pueden tiene tienen desde hasta cuando donde sera seran sido segun entre usted ustedes ' +
    'voce voces pode podem pelo pela seus suas seja sera serao isso esse essa nosso nossa quando onde mais'
  ).split(' '),
);
const WORD =
  /(?<latin>[\p{Script=Latin}]{4,40}|\d{2,9})|(?<wide>[\p{Script=Han}]{2,30}|[\p{Script=Katakana}ー]{2,30})/gu;
const STEM = 5;

/** Two signs at a time, as Japanese joins its words. */
const pairsOf = (run: string): string[] =>
  Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));

/** What a text is about: the beginnings of its telling words. `except`: words that stand for the promise itself. */
export function matterOf(text: string, except: (word: string) => boolean): Set<string> {
  const matter = new Set<string>();
  for (const { 0: word, groups } of plainText(text).matchAll(WORD)) {
    if (except(word)) continue;
    if (groups?.wide) for (const pair of pairsOf(word)) matter.add(pair);
    else if (!EMPTY.has(word)) matter.add(word.slice(0, STEM));
  }
  return matter;
}
