import { NUMERAL_LANGUAGES, readNumber } from './number-words.ts';
import { plainText } from './plain-text.ts';

/** A word, a number with its separators, or a mark; `start` and `end` are places in the folded text. */
export type Token = {
  kind: 'word' | 'number' | 'mark';
  text: string;
  start: number;
  end: number;
  /** Of a number that was written in words. */
  words?: readonly string[];
};

const TOKEN =
  /(?<number>\d+(?:[.,']\d+)*)|(?<word>[\p{Script=Latin}\p{M}]+|(?:(?!\p{Script=Latin})[\p{L}\p{M}])+)|[^\s\p{L}\p{M}\d]/gu;

const KANJI = '〇一二三四五六七八九';
const COUNTERS =
  '営業日|日(?!本|曜|常|程|付|時|頃|々|中|々)|週間|時(?!々|期)|分(?=以内|間|後|ほど|程度|前|で|経)|[かヶカヵ箇]月|月(?!曜|々)|年(?!度|齢|代)|円|ユーロ|ドル|%|パーセント|回|台|名|件|個|割(?!引|り)|冊|枚|本|通|点|倍|桁|文字|行';
const KANJI_FIGURE = new RegExp(`[〇一二三四五六七八九十百千万]{1,9}(?=${COUNTERS})`, 'gu');
/** 3万5千, 1.5億 */
const MYRIADS = /(\d{1,6}(?:\.\d{1,3})?)(万|億)(?:(\d{1,4})(千)?)?|(\d{1,3})千(?=円|[^\d\p{L}])/gu;

/** 三万二千四 → 32004 */
function readKanji(figure: string): string {
  let [total, section, digit] = [0, 0, 0];
  for (const sign of figure) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (sign === '万') {
      total += (section + digit || 1) * 10_000;
      [section, digit] = [0, 0];
    } else if (unit) {
      section += (digit || 1) * unit;
      digit = 0;
    } else digit = digit * 10 + KANJI.indexOf(sign);
  }
  return String(total + section + digit);
}

const readMyriads = (found: string, count?: string, unit?: string, rest?: string, thousands?: string): string => {
  if (count === undefined) return String(Number(found.slice(0, -1)) * 1000);
  const more = Number(rest ?? 0) * (thousands ? 1000 : 1);
  return String(Math.round(Number(count) * (unit === '億' ? 1e8 : 1e4)) + more);
};

const MOST_WORDS = 9;
const COUNTED = /^(?:[%€$£¥]|percent|prozent|euros?|dollars?|dolares|yen)$/;
const NAMES_A_UNIT =
  /^(?:minut|hour|stund|heure|hora|day|tag|jour|dia|week|woch|semain|seman|month|monat|mois|mes(?:es)?$|year|jahr|ans?$|annee|ano|business|working|werk|arbeits|jahrig|second|sekund|segund)/;

/** `*` is every language. */
const readOwn = (words: readonly string[], language: string) =>
  language === '*'
    ? NUMERAL_LANGUAGES.map((one) => readNumber(words, one)).find((one) => one !== null)
    : readNumber(words, language);

/** Puts a number in the place of its words: the language's own, and any other's before a unit. */
function readWords(tokens: readonly Token[], language: string): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const words = tokens.slice(at, at + MOST_WORDS).map(({ text }) => text);
    const isUnit = (index: number): boolean =>
      COUNTED.test(words[index] ?? '') || NAMES_A_UNIT.test(words[index] ?? '');
    const found =
      tokens[at]?.kind === 'word'
        ? (readOwn(words, language) ??
          NUMERAL_LANGUAGES.map((other) => readNumber(words, other)).find((one) => one && isUnit(one.used)))
        : null;
    const [first, last] = [tokens[at], tokens[at + (found?.used ?? 1) - 1]];
    if (found && first && last) {
      const used = words.slice(0, found.used);
      read.push({ kind: 'number', text: String(found.value), start: first.start, end: last.end, words: used });
    } else if (first) read.push(first);
    at += found?.used ?? 1;
  }
  return read;
}

export function tokenise(text: string, language: string): Token[] {
  const plain = plainText(text).replace(MYRIADS, readMyriads).replace(KANJI_FIGURE, readKanji);
  const tokens = [...plain.matchAll(TOKEN)].map(
    ({ 0: found, index, groups }): Token => ({
      kind: groups?.number ? 'number' : groups?.word ? 'word' : 'mark',
      text: found,
      start: index,
      end: index + found.length,
    }),
  );
  return readWords(tokens, language);
}
