import { COMMON_WORDS } from './common-words.ts';
const P = JSON.parse(process.env.EMB ?? '{}');

export type Feature = { name: string; weight: number };

const MAX_READ = 8000;
const WORD = /\[[A-Z]+(?:_[A-Z]+)*_\d+\]|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

export function extract(text: string): Feature[] {
  const words = wordsOf(text.slice(0, MAX_READ));
  const out: Feature[] = [];
  const telling: string[] = [];
  for (const word of words) {
    const common = COMMON_WORDS.has(word);
    const unspaced = UNSPACED.test(word);
    const w = common ? (P.stop ?? 0.15) : (P.w ?? 1) * (P.len ? Math.min(1.3, 0.6 + word.length / 12) : 1);
    out.push({ name: `w ${word}`, weight: w });
    if (!common) {
      telling.push(word);
      if (!unspaced && (P.stem ?? 0.0)) out.push({ name: `s ${word.slice(0, P.stemlen ?? 5)}`, weight: P.stem });
      const spelled = unspaced ? word : `<${word}>`;
      const [a, b] = unspaced ? [1, 2] : [P.cs ?? 3, P.cl ?? 4];
      const grams: string[] = [];
      for (let n = a; n <= b; n++) for (let i = 0; i + n <= spelled.length; i++) grams.push(spelled.slice(i, i + n));
      for (const g of grams) out.push({ name: `c ${g}`, weight: (P.c ?? 0.6) / (P.csq ?? 1 ? Math.sqrt(grams.length) : 1) });
    }
  }
  const bw = P.b ?? 0.4;
  if (bw) { const src = (P.ball ?? 0) ? words : telling; for (let i = 1; i < src.length; i++) out.push({ name: `b ${src[i - 1]} ${src[i]}`, weight: bw }); }
  return out;
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].flatMap(([m]) => {
    if (m.startsWith('[')) return [];
    const n = m.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f]/g, '').replaceAll('’', "'").normalize('NFC');
    return UNSPACED.test(n) ? Array.from(segmenter.segment(n), ({ segment }) => segment) : [n];
  });
}
