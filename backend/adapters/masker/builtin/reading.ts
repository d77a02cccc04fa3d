import { type Clues, readClues } from './clues.ts';

/** A normalised text, read once for all that look for something in it. */
export type Reading = {
  text: string;
  /** The same length as `text`. */
  lower: string;
  clues: Clues;
  regions: ReadonlySet<string>;
  /** Nothing but numbers and codes: an answer to somebody's question. */
  isBare: boolean;
};

const BARE_LENGTH = 120;

export function readText(text: string, regions: readonly string[]): Reading {
  const lower = text.replaceAll('İ', 'I').toLowerCase();
  const isBare = text.length <= BARE_LENGTH && !/(?<![\p{L}\d])\p{L}{3}[\p{L}']{0,40}(?![\p{L}\d])/u.test(text);
  return { text, lower, clues: readClues(lower), regions: new Set(regions), isBare };
}
