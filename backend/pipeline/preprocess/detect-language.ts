import { eld } from 'eld/small';
import { PLACEHOLDER } from '../../ports/masker.ts';

const detector = eld.newInstance();
detector.setLanguageSubset(
  'en es fr de pt it nl ja zh ko ru uk bg pl cs sk sl hr sr ro hu da no sv fi et lv lt tr el he ar fa ur hi th vi ms ca'.split(
    ' ',
  ),
);

const NOISE = /https?:\/\/\S{1,2000}|\S{1,64}@\S{1,253}|[\p{N}\p{P}\p{S}]+/gu;
/** Below so many letters only the script can tell. */
const MIN_LETTERS = 12;
const MAX_CHARACTERS = 4000;

const SCRIPTS: [language: string, pattern: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
];

/** ISO 639-1 code of the language that most of a text is in, `und` when there is too little to tell. */
export function detectLanguage(text: string): string {
  const words = text.slice(0, MAX_CHARACTERS).replace(PLACEHOLDER, ' ').replace(NOISE, ' ').replace(/\s+/g, ' ').trim();
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  return languageOfScript(words, letters) ?? guess(words, letters);
}

/** Kana count for the kanji beside them, so Japanese stands first and needs least. */
function languageOfScript(words: string, letters: number): string | null {
  for (const [language, pattern] of SCRIPTS) {
    const share = (words.match(pattern)?.length ?? 0) / letters;
    if (share > (language === 'ja' ? 0.15 : 0.4)) return language;
  }
  return null;
}

function guess(words: string, letters: number): string {
  const result = detector.detect(words);
  if (result.language === '') return 'und';
  return letters >= MIN_LETTERS && (letters >= 60 || result.isReliable()) ? result.language : 'und';
}
