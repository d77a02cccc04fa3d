import type { EscalationRules } from '../contract/escalation-rules.ts';
import type { Signal } from '../ports/decision.ts';
import type { Masker } from '../ports/masker.ts';
import type { SignalsFound } from '../ports/signals.ts';
import { signalsOf } from './escalation/signals-of.ts';
import { instructsModel } from './instructs-model.ts';
import { clip } from './preprocess/clip.ts';
import { type Prepared, preprocess, type TextToPrepare } from './preprocess.ts';

/** Beyond this the rules would take longer than they may; what stands so far in is a log, not a threat. */
const SIGNAL_CHARACTERS = 40_000;

export type TextToRead = TextToPrepare & {
  /** What the escalation rules read: the own words and what may be them. */
  uncut: string;
  escalation: EscalationRules;
};

/** The signals' phrases are masked with the same vault. */
export type ReadText = Prepared & SignalsFound & { instructsModel: boolean };

/** All that is done with a text before anybody outside sees it: masked, cut, its language and its escalation signals. */
export function readText(input: TextToRead, masker: Masker): ReadText {
  const prepared = preprocess(input, masker);
  const said = clip(`${input.subject}\n\n${input.uncut}`, SIGNAL_CHARACTERS).text;
  const mask = ({ rule, phrase }: Signal): Signal => ({
    rule,
    phrase: masker.mask(phrase, input.hints, { ...prepared.vault }).text,
  });
  const { signals, muted } = signalsOf(said, input.escalation);
  return { ...prepared, signals: signals.map(mask), muted: muted.map(mask), instructsModel: instructsModel(said) };
}
