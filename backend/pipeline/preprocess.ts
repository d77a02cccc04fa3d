import type { MaskedText } from '../ports/engine.ts';
import type { Masker, Vault } from '../ports/masker.ts';
import type { Person } from '../ports/ticket.ts';
import { clip } from './preprocess/clip.ts';
import { cutToTokens } from './preprocess/cut-to-tokens.ts';
import { detectLanguage } from './preprocess/detect-language.ts';
import { toStorable } from './preprocess/to-storable.ts';

export type Prepared = {
  subject: MaskedText;
  text: MaskedText;
  /** ISO 639-1, `und` when there is too little to tell. */
  language: string;
  vault: Vault;
  truncated: boolean;
};

const MAX_SUBJECT_TOKENS = 120;
/** Masking costs time by the character. Far more than any budget of tokens keeps, so the ends that are cut here are never shown. */
const MASKED_CHARACTERS = 150_000;

/** Masks first and cuts after, so that no half of a card number survives a cut. `maxTokens` is for the text. */
export function preprocess(
  input: { subject: string; text: string; people: readonly Person[]; maxTokens: number },
  masker: Masker,
): Prepared {
  const { people } = input;
  const subject = masker.mask(toStorable(input.subject), { people });
  const whole = clip(toStorable(input.text), MASKED_CHARACTERS);
  const text = masker.mask(whole.text, { people }, subject.vault);
  const shortSubject = cutToTokens(subject.text, MAX_SUBJECT_TOKENS);
  const shortText = cutToTokens(text.text, input.maxTokens);
  return {
    subject: shortSubject.text as MaskedText,
    text: shortText.text as MaskedText,
    language: detectLanguage(`${text.text}\n${subject.text}`),
    vault: text.vault,
    truncated: shortSubject.truncated || shortText.truncated || whole.clipped,
  };
}
