const WORD = /\[[A-Z]+(?:_[A-Z]+)*(?:_\d+)?\]|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\p{N}+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a masked text without accents and capitals; placeholders are nobody's words. */
export function wordsOf(text: string): string[] {
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
