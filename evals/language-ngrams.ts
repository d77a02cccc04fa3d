import { writeFileSync } from 'node:fs';
import { ngramKey } from '../backend/pipeline/preprocess/language/ngram-scores.ts';

/** Told apart by letters and n-grams; every other language that we know is told by its script alone. */
const LANGUAGES = [
  ...['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'ca', 'cs', 'da', 'et', 'fi', 'hr', 'hu', 'lt', 'lv', 'ms', 'no'],
  ...['ro', 'sk', 'sl', 'sv', 'tr', 'vi', 'ru', 'uk', 'bg', 'sr', 'ar', 'fa', 'ur'],
];

type EldData = { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };

/**
 * Packs the n-grams of `eld/large` that tell these languages apart into one small file that loads at once:
 * `node evals/language-ngrams.ts`, run again when eld's version changes. eld by Nito T.M., Apache-2.0.
 */
const eld = new URL('../node_modules/eld/src/', import.meta.url);
const { ngramsData }: { ngramsData: EldData } = await import(new URL('ngrams/large.js', eld).href);
const { dictionary }: { dictionary: string[] } = await import(new URL('dictionary.js', eld).href);
const byteOf = new Map(dictionary.flatMap((char, byte) => (char === ' ' ? [] : [[char, byte] as const])));
const codes = Object.values(ngramsData.languages);

const packed = new Map<number, [language: number, score: number][]>();
for (const [gram, scores] of Object.entries(ngramsData.ngrams)) {
  const bytes = [...gram.trim()].map((char) => byteOf.get(char) ?? char.charCodeAt(0));
  const known = Object.entries(scores).flatMap(([index, score]): [number, number][] => {
    const language = LANGUAGES.indexOf(codes[Number(index)] ?? '');
    return language < 0 ? [] : [[language, score]];
  });
  if (known.length > 0)
    packed.set(ngramKey(bytes, 0, bytes.length, gram.startsWith(' '), gram.length > 1 && gram.endsWith(' ')), known);
}
const keys = [...packed.keys()].sort((a, b) => a - b);
const pairs = keys.map((key) => packed.get(key) ?? []);
const names = Buffer.from(LANGUAGES.map((code) => (code === 'ms' ? 'id' : code)).join(' '));
const head = Buffer.from(Uint32Array.of(keys.length, names.length).buffer);
const file = Buffer.concat([
  head,
  Buffer.from(Uint32Array.from(keys).buffer),
  Uint8Array.from(pairs, (list) => list.length),
  Uint8Array.from(pairs.flat(2)),
  names,
]);
const target = new URL('../backend/pipeline/preprocess/language/ngrams.bin', import.meta.url);
writeFileSync(target, file);
console.log(`${keys.length} n-grams, ${LANGUAGES.length} languages, ${file.length} bytes`);
