/** A word, number, currency sign, emoji, run of marks or placeholder. `start` and `end` are offsets into the text as given. */
export type Token = { text: string; start: number; end: number; kind: 'word' | 'sign' | 'number' | 'placeholder' };

/** What is read of a ticket: longer ones are judged by their beginning and their end. */
const HEAD = 3000;
const TAIL = 1000;
const MAX_WORD = 30;

const TOKEN =
  /(\[[A-Z]+(?:_[A-Z]+)*_\d+\])|([\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|(\p{N}+)|\p{Sc}|\p{Extended_Pictographic}|[!?！？]+|[:;]-?[()D]/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
export const isUnspaced = (text: string): boolean => UNSPACED.test(text);

const words = new Intl.Segmenter('ja', { granularity: 'word' });

export function tokenize(text: string): Token[] {
  if (text.length <= HEAD + TAIL) return scan(text, 0);
  const tail = text.length - TAIL;
  return [...scan(text.slice(0, HEAD), 0), ...scan(text.slice(tail), tail)];
}

function scan(text: string, offset: number): Token[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const start = match.index + offset;
    if (match[1]) return [token(match[1].replace(/_\d+/, ''), start, start + match[1].length, 'placeholder')];
    if (match[2]) return isUnspaced(match[2]) ? segment(match[2], start) : [word(match[2], start)];
    if (match[3]) return [token('0'.repeat(Math.min(match[3].length, 4)), start, start + match[3].length, 'number')];
    return [token(normalise(match[0]).slice(0, 3), start, start + match[0].length, 'sign')];
  });
}

function segment(run: string, start: number): Token[] {
  return Array.from(words.segment(run), (part) => word(part.segment, start + part.index));
}

const word = (text: string, start: number): Token => token(normalise(text), start, start + text.length, 'word');

const token = (text: string, start: number, end: number, kind: Token['kind']): Token => ({
  text: text.slice(0, MAX_WORD),
  start,
  end,
  kind,
});

/** Compatible forms unified, lower case, accents gone: customers leave them out. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('’', "'")
    .normalize('NFC');
}
