import { type Clues, readClues } from './clues.ts';
import { readWords, type Word } from './known-words.ts';
import { type Span, uniteSpans } from './span.ts';

/** A normalised text, read once for all that look for something in it. */
export type Reading = {
  text: string;
  /** The same length as `text`. */
  lower: string;
  clues: Clues;
  words(): readonly Word[];
  regions: ReadonlySet<string>;
  /** Nothing but numbers and codes: an answer to somebody's question. */
  isBare: boolean;
};

const BARE_LENGTH = 120;

export function readText(text: string, regions: readonly string[]): Reading {
  const lower = text.replaceAll('İ', 'I').toLowerCase();
  const isBare = text.length <= BARE_LENGTH && !/(?<![\p{L}\d])\p{L}{3}[\p{L}']{0,40}(?![\p{L}\d])/u.test(text);
  let words: readonly Word[] | undefined;
  return {
    text,
    lower,
    clues: readClues(lower),
    words: () => (words ??= readWords(text)),
    regions: new Set(regions),
    isBare,
  };
}

/** The same with these places blank, for what must not borrow a digit from them. */
export function blankOut(reading: Reading, places: readonly Span[]): Reading {
  if (places.length === 0) return reading;
  const blank = (whole: string): string => {
    let rest = '';
    let done = 0;
    for (const { start, end } of uniteSpans(places)) {
      rest += whole.slice(done, start) + '\0'.repeat(end - start);
      done = end;
    }
    return rest + whole.slice(done);
  };
  return { ...reading, text: blank(reading.text), lower: blank(reading.lower) };
}
