import { COMMON_WORDS } from './common-words.ts';

export type Feature = { name: string; weight: number };

const READ = 8000;
/** A first line up to this length is a title, which names the matter best. */
const LONGEST_TITLE = 150;
const WEIGHT = { word: 1, common: 0.15, stem: 0.6, characters: 1, pair: 0.4, title: 1.8 };
/** Words after this many count less and less: details, history and logs follow the matter. */
const MATTER = 30;
const STEM = 5;

const WORD = /\[[A-Z]+(?:_[A-Z]+)*_\d+\]|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** What the text speaks of: words, their stems and spelling, and pairs of telling words. Placeholders stand for nobody's words. */
export function extractFeatures(text: string): Feature[] {
  const words = wordsOf(text.slice(0, READ));
  const titleWords = countTitleWords(text);
  let previous: string | null = null;
  return words.flatMap((word, index) => {
    const boost = (index < titleWords ? WEIGHT.title : 1) / Math.sqrt(1 + index / MATTER);
    const features = featuresOf(word, previous);
    if (!COMMON_WORDS.has(word)) previous = word;
    return features.map(({ name, weight }) => ({ name, weight: weight * boost }));
  });
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].flatMap(([match]) => {
    if (match.startsWith('[')) return [];
    const plain = match
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replaceAll('’', "'")
      .normalize('NFC');
    return UNSPACED.test(plain) ? Array.from(segmenter.segment(plain), ({ segment }) => segment) : [plain];
  });
}

function countTitleWords(text: string): number {
  const end = text.indexOf('\n');
  return end > 0 && end < LONGEST_TITLE ? wordsOf(text.slice(0, end)).length : 0;
}

function featuresOf(word: string, previous: string | null): Feature[] {
  if (COMMON_WORDS.has(word)) return [{ name: `w ${word}`, weight: WEIGHT.common }];
  const grams = characterGrams(word);
  const weight = WEIGHT.characters / Math.sqrt(grams.length);
  return [
    { name: `w ${word}`, weight: WEIGHT.word },
    ...(UNSPACED.test(word) ? [] : [{ name: `s ${word.slice(0, STEM)}`, weight: WEIGHT.stem }]),
    ...(previous === null ? [] : [{ name: `b ${previous} ${word}`, weight: WEIGHT.pair }]),
    ...grams.map((gram) => ({ name: `c ${gram}`, weight })),
  ];
}

function characterGrams(word: string): string[] {
  const unspaced = UNSPACED.test(word);
  const [spelled, shortest, longest] = unspaced ? [word, 1, 2] : [`<${word}>`, 3, 4];
  const grams: string[] = [];
  for (let length = shortest; length <= longest; length++) {
    for (let at = 0; at + length <= spelled.length; at++) grams.push(spelled.slice(at, at + length));
  }
  return grams;
}
