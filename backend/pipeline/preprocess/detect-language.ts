import { PLACEHOLDER } from '../../ports/masker.ts';
import { alphabetsFor } from './language/alphabets.ts';
import { scoreLanguages } from './language/score-languages.ts';
import { languageOfScript } from './language/scripts.ts';
import { secondLanguageShare } from './language/second-language.ts';

export type Identified = {
  /** ISO 639-1, `und` when there is too little to tell, `mul` when two languages have a real share each. */
  language: string;
  /** What an answer should be written in: of mixed languages the one with the larger share. */
  main: string;
  /** How often such an answer is right, 0–1. */
  confidence: number;
};

const MAX_CHARACTERS = 4000;
const URL_LIKE = /https?:\/\/[!-~]{1,2000}/gi;
const CODE_LIKE = /[@_\\<>{}]|^[!-~]{0,100}\d/;
/** Words that every language borrows. */
const INTERNATIONAL = /^\P{L}{0,20}(?:ok|okay|test|info|e-?mail|app|pdf|sms|wi-?fi|vpn|n\/a)\P{L}{0,20}$/iu;
const LETTER = /\p{L}/gu;
const MIN_LETTERS = 3;
/** No better than a guess among so many. */
const MIN_CONFIDENCE = 0.15;
const MIXED_SHARE = 0.3;
const UNKNOWN = { language: 'und', main: 'und' };

/** The language of the customer's words; placeholders, addresses, code and numbers say nothing. */
export function identifyLanguage(text: string): Identified {
  const words = wordsIn(text);
  const letters = words.match(LETTER)?.length ?? 0;
  if (letters === 0 || INTERNATIONAL.test(words.slice(0, 60))) return { ...UNKNOWN, confidence: 1 };
  const whole = identifyPart(words);
  if (whole.confidence < (letters < MIN_LETTERS ? 0.9 : MIN_CONFIDENCE)) return { ...UNKNOWN, confidence: 0.5 };
  const second = secondLanguageShare(words, identifyPart);
  return second >= MIXED_SHARE ? { language: 'mul', main: whole.main, confidence: 0.8 } : whole;
}

export const detectLanguage = (text: string): string => identifyLanguage(text).language;

const wordsIn = (text: string): string =>
  text
    .slice(0, MAX_CHARACTERS)
    .replace(PLACEHOLDER, ' ')
    .replace(URL_LIKE, ' ')
    .split('\n')
    .map((line) =>
      line
        .split(/\s/)
        .filter((token) => !CODE_LIKE.test(token))
        .join(' '),
    )
    .join('\n')
    .normalize('NFC');

/** What a score must be ahead by to be e times as likely; measured, see docs/measure/language.md. */
const SCALE = 42;

function identifyPart(text: string): Identified {
  const byScript = languageOfScript(text);
  if (byScript) return { ...byScript, main: byScript.language };
  const scores = [...scoreLanguages(text, alphabetsFor(text))];
  const [language, best] = scores.reduce(
    (ahead, next) => (next[1] > ahead[1] ? next : ahead),
    ['und', Number.NEGATIVE_INFINITY],
  );
  const total = scores.reduce((sum, [, score]) => sum + Math.exp((score - best) / SCALE), 0);
  return { language, main: language, confidence: language === 'und' ? 1 : Math.min(0.99, 1 / total) };
}
