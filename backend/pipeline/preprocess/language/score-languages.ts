import { COMMON_WORDS } from './common-words.ts';
import { addWordScores } from './ngram-scores.ts';
import { languagesBySpelling } from './spellings.ts';

/** Support is given in these: of two languages that fit alike it is one of them. */
const SUPPORTED = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl'];
/** All in the unit of the n-gram scores, in which one n-gram weighs some 50 to 250. */
const SUPPORTED_SCORE = 90;
const FOREIGN_LETTER = 150;
const COMMON_WORD = 140;
const SPELLING = 35;
/** A capital inside a sentence is most often a name's, and names are of any language. */
const NAME_WEIGHT = 0.4;
const WORD = /\p{L}[\p{L}\p{M}'’]{0,69}/gu;
const MAX_WORDS = 120;

/** Evidence for each language that the alphabets are of; every word counts once. */
export function scoreLanguages(text: string, alphabets: Map<string, Set<string>>): Map<string, number> {
  const scores = new Map([...alphabets.keys()].map((language) => [language, 0]));
  for (const language of SUPPORTED) add(scores, language, SUPPORTED_SCORE);
  const seen = new Set<string>();
  for (const [index, found] of (text.match(WORD) ?? []).slice(0, MAX_WORDS).entries()) {
    const word = found.toLowerCase().replaceAll('’', "'");
    if (seen.has(word)) continue;
    seen.add(word);
    addWord(scores, word, index > 0 && /^\p{Lu}/u.test(found) ? NAME_WEIGHT : 1, alphabets);
  }
  return scores;
}

function addWord(scores: Map<string, number>, word: string, weight: number, alphabets: Map<string, Set<string>>): void {
  addWordScores(word, weight, scores);
  for (const language of COMMON_WORDS.get(word) ?? []) add(scores, language, COMMON_WORD);
  for (const language of languagesBySpelling(word)) add(scores, language, SPELLING * weight);
  for (const [language, alphabet] of alphabets)
    add(scores, language, -FOREIGN_LETTER * foreignLetters(word, alphabet) * weight);
}

/** Languages of other scripts are not asked about. */
function add(scores: Map<string, number>, language: string, score: number): void {
  const before = scores.get(language);
  if (before !== undefined) scores.set(language, before + score);
}

function foreignLetters(word: string, alphabet: Set<string>): number {
  let count = 0;
  for (const letter of word) if (letter !== "'" && !alphabet.has(letter)) count++;
  return Math.min(count, 2);
}
