import { japaneseness } from './han.ts';

/** Scripts that one language of ours writes. Kana count for the kanji beside them, so Japanese stands first and needs least. */
const SCRIPTS: [language: string, share: number, pattern: RegExp][] = [
  ['ja', 0.15, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', 0.4, /\p{Script=Hangul}/gu],
  ['th', 0.4, /\p{Script=Thai}/gu],
  ['el', 0.4, /\p{Script=Greek}/gu],
  ['he', 0.4, /\p{Script=Hebrew}/gu],
  ['hi', 0.4, /\p{Script=Devanagari}/gu],
  ['bn', 0.4, /\p{Script=Bengali}/gu],
  ['ta', 0.4, /\p{Script=Tamil}/gu],
  ['te', 0.4, /\p{Script=Telugu}/gu],
  ['ka', 0.4, /\p{Script=Georgian}/gu],
  ['hy', 0.4, /\p{Script=Armenian}/gu],
  ['am', 0.4, /\p{Script=Ethiopic}/gu],
];
const HAN = /\p{Script=Han}/gu;
const LETTERS = /\p{L}/gu;

/** The language when the script alone tells it, else null. */
export function languageOfScript(text: string): { language: string; confidence: number } | null {
  const letters = count(text, LETTERS);
  for (const [language, share, pattern] of SCRIPTS) {
    if (count(text, pattern) > letters * share) return { language, confidence: 0.99 };
  }
  if (count(text, HAN) <= letters * 0.3) return null;
  const japanese = japaneseness(text);
  return { language: japanese > 0 ? 'ja' : 'zh', confidence: japanese === 0 ? 0.9 : 0.97 };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
