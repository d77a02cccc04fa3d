import type { MaskedText } from '../ports/engine.ts';
import type { Masker, MaskHints, Vault } from '../ports/masker.ts';
import { clip } from './preprocess/clip.ts';
import { cutToTokens } from './preprocess/cut-to-tokens.ts';
import { identifyLanguage } from './preprocess/detect-language.ts';
import { toStorable } from './preprocess/to-storable.ts';

export type Prepared = {
  subject: MaskedText;
  /** The own words, then what was attached. */
  text: MaskedText;
  /** Of the own words: ISO 639-1, `mul` when mixed, `und` when there is too little to tell. */
  language: string;
  /** The language to answer in, `und` when unknown. */
  mainLanguage: string;
  /** How often such an answer about the language is right, 0–1. */
  languageConfidence: number;
  vault: Vault;
  truncated: boolean;
};

const MAX_SUBJECT_TOKENS = 120;
/** Of the whole budget; the customer's own words come first. */
const ATTACHED_SHARE = 0.25;
/** Masking costs time by the character. Far more than any budget of tokens keeps, so the ends that are cut here are never shown. */
const MASKED_CHARACTERS = 64_000;

export type TextToPrepare = {
  subject: string;
  text: string;
  attached: string;
  hints: MaskHints;
  /** Budget of text and attached together, in the model's tokens. */
  maxTokens: number;
  model: string;
};

/** Masks first and cuts after, so that no half of a card number survives a cut. */
export function preprocess(input: TextToPrepare, masker: Masker): Prepared {
  const { hints, maxTokens, model } = input;
  let { vault } = masker.mask('', hints);
  const maskAndCut = (text: string, budget: number) => {
    const whole = clip(toStorable(text), MASKED_CHARACTERS);
    const masked = masker.mask(whole.text, hints, vault);
    vault = masked.vault;
    const short = cutToTokens(masked.text, budget, model);
    return { text: short.text, masked: masked.text, truncated: short.truncated || whole.clipped };
  };
  const subject = maskAndCut(input.subject, MAX_SUBJECT_TOKENS);
  const attached = maskAndCut(input.attached, maxTokens * ATTACHED_SHARE);
  const own = maskAndCut(input.text, maxTokens * (input.attached ? 1 - ATTACHED_SHARE : 1));
  const { language, main, confidence } = identifyLanguage(`${own.masked}\n${subject.masked}`);
  return {
    subject: subject.text as MaskedText,
    text: [own.text, attached.text].filter(Boolean).join('\n\n') as MaskedText,
    language,
    mainLanguage: main,
    languageConfidence: confidence,
    vault,
    truncated: [subject, attached, own].some(({ truncated }) => truncated),
  };
}
