import type { EscalationRules, PhraseLanguage } from '../../contract/escalation-rules.ts';
import { APART, GAP, LETTERS, UNSPACED_GAP } from './compile.ts';
import { fold } from './fold.ts';
import type { Rule } from './phrase-book.ts';

/** `needle`: a word without which the pattern cannot match. */
type Words = { pattern: RegExp; needle: string };
export type OwnPhrase = Words & { rule: Rule; language: PhraseLanguage | null; words: string };
/** An account's own words as patterns. `exceptions` of no rule are of every rule. */
export type OwnPhrases = { phrases: OwnPhrase[]; exceptions: (Words & { rule: Rule | null })[] };

const WORD = new RegExp(`[${LETTERS}]+`, 'gu');
/** Kana and Chinese characters, between which no space tells where a word ends. */
const UNSPACED = '\\u3040-\\u30ff\\u3400-\\u9fff';
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
const SEPARATED = 6;

/** What may stand between two words where the phrase has this. */
function between(before: string, apart: string, after: string): string {
  const unspaced = ENDS_UNSPACED.test(before) || BEGINS_UNSPACED.test(after);
  if (apart.includes('*')) return unspaced ? UNSPACED_GAP : GAP;
  if (/[.!?]/.test(apart) || apart.length > SEPARATED)
    return `[^${LETTERS}\\n]{1,${Math.max(SEPARATED, apart.length)}}`;
  return unspaced ? `(?:${APART})?` : APART;
}

/** Words alone, so there is nothing to escape, and bounded gaps that begin and end where a word does. Null without a word. */
function compileWords(text: string): (Words & { words: string }) | null {
  const folded = fold(text).text;
  const found = [...folded.matchAll(WORD)];
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  const source = found.map(({ 0: word, index }, at) => {
    const next = found[at + 1];
    return next ? word + between(word, folded.slice(index + word.length, next.index), next[0]) : word;
  });
  const begin = BEGINS_UNSPACED.test(first[0]) ? '' : `(?<![${LETTERS}])`;
  const end = ENDS_UNSPACED.test(last[0]) ? '' : `(?![${LETTERS}])`;
  const needle = found.reduce((longest, [word]) => (word.length > longest.length ? word : longest), '');
  return { pattern: new RegExp(`${begin}${source.join('')}${end}`, 'gu'), needle, words: folded };
}

function compileOwn({ phrases, notSignals }: EscalationRules): OwnPhrases {
  return {
    phrases: phrases.flatMap(({ rule, text, language = null }) => {
      const words = compileWords(text);
      return words ? [{ ...words, rule, language }] : [];
    }),
    exceptions: notSignals.flatMap(({ rule = null, text }) => {
      const words = compileWords(text);
      return words ? [{ ...words, rule }] : [];
    }),
  };
}

/** Of as many accounts as are busy at a time. */
const REMEMBERED = 100;
const remembered = new Map<string, OwnPhrases>();
export const NONE: OwnPhrases = { phrases: [], exceptions: [] };

/** The same words are compiled once, whichever version of whose rules has them. */
export function ownPhrases(rules: EscalationRules): OwnPhrases {
  const { phrases, notSignals } = rules;
  if (phrases.length + notSignals.length === 0) return NONE;
  const key = JSON.stringify([phrases, notSignals]);
  const known = remembered.get(key);
  if (known) return known;
  const compiled = compileOwn(rules);
  for (const oldest of remembered.keys()) if (remembered.size >= REMEMBERED) remembered.delete(oldest);
  remembered.set(key, compiled);
  return compiled;
}
