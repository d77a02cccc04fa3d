import { LANGUAGES, type Language } from './language.ts';

/** Beginnings of words for each language, parted by `|`; a space stands for any white space. */
export type Stems = Partial<Record<Language, string>>;

/** Finds the words of a list as they stand in a text of that language. */
export type WordList = (text: string, language: Language) => string[];

const asRegex = (stem: string) => stem.replace(/[.*+?^${}()[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');

function pattern(stems: string, language: Language): RegExp {
  const choices = stems.split('|').map(asRegex).join('|');
  return language === 'ja'
    ? new RegExp(choices, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices})[\\p{L}\\p{N}]*`, 'giu');
}

export function wordList(stems: Stems): WordList {
  const patterns = new Map(
    LANGUAGES.flatMap((language) => (stems[language] ? [[language, pattern(stems[language], language)] as const] : [])),
  );
  return (text, language) => {
    const regex = patterns.get(language);
    return regex ? [...text.matchAll(regex)].map(([word]) => word) : [];
  };
}
