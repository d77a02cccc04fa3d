import type { Masker } from '../ports/masker.ts';
import { findSignals, type Signal } from './escalation/find-signals.ts';
import { instructsModel } from './instructs-model.ts';
import { clip } from './preprocess/clip.ts';
import { type Prepared, preprocess, type TextToPrepare } from './preprocess.ts';

/** Beyond this the rules would take longer than they may; what stands so far in is a log, not a threat. */
const SIGNAL_CHARACTERS = 40_000;

export type TextToRead = TextToPrepare & {
  /** What the escalation rules read: the own words and what may be them. */
  uncut: string;
};

export type ReadText = Prepared & {
  /** Phrases masked with the same vault. */
  signals: Signal[];
  instructsModel: boolean;
};

/** All that is done with a text before anybody outside sees it: masked, cut, its language and its escalation signals. */
export function readText(input: TextToRead, masker: Masker): ReadText {
  const prepared = preprocess(input, masker);
  const said = clip(`${input.subject}\n\n${input.uncut}`, SIGNAL_CHARACTERS).text;
  const signals = findSignals(said).map(({ rule, phrase }) => ({
    rule,
    phrase: masker.mask(phrase, input.hints, { ...prepared.vault }).text,
  }));
  return { ...prepared, signals, instructsModel: instructsModel(said) };
}
