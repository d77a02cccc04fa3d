import { type Phrases, readPhrases } from './phrases.ts';

/** What a company can promise, by the folded words for it in every language that we know. */
export type Concept = {
  name: string;
  texts: readonly string[];
  phrases: Phrases;
  /** Words that only look like it: "credit card". */
  unless: Phrases | null;
  /** Where words are not parted. */
  wide: RegExp;
  /** Said of the customer's own steps as well: a promise where we say it of ourselves, or only where we say that it is done. */
  only: 'ours' | 'deed' | null;
};

const NEVER = /(?!)/;
export const concept = (
  name: string,
  texts: readonly string[],
  { wide = NEVER, unless, only = null }: { wide?: RegExp; unless?: string; only?: Concept['only'] } = {},
): Concept => ({
  name,
  texts,
  phrases: readPhrases(...texts),
  unless: unless === undefined ? null : readPhrases(unless),
  wide,
  only,
});
