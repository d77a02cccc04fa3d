import type { MaskedText } from '../ports/engine.ts';
import type { Masker, MaskHints, Vault } from '../ports/masker.ts';
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
/** A page or two of an attachment says what it is about. */
const ATTACHMENT_CHARACTERS = 4_000;
/** Masking costs time by the character; far more than any budget of tokens keeps. */
const MASKED_CHARACTERS = 64_000;
/** Beside a cut made before masking half a value may stand, which no rule knows: so much is not shown. */
const MARGIN = 300;

export type TextToPrepare = {
  subject: string;
  text: string;
  /** A block each. */
  attached: readonly string[];
  hints: MaskHints;
  /** Budget of text and attached together, in the model's tokens. */
  maxTokens: number;
  model: string;
};

/** Masks first and cuts after, so that no half of a card number survives a cut. */
export function preprocess(input: TextToPrepare, masker: Masker): Prepared {
  const { hints, maxTokens, model } = input;
  let vault: Vault = {};
  const mask = (text: string): string => {
    const masked = masker.mask(toStorable(text), hints, vault);
    vault = masked.vault;
    return masked.text;
  };
  const maskAll = () => ({
    own: maskEnds(input.text, mask),
    attached: input.attached.map((block) => beginningOf(mask(block), ATTACHMENT_CHARACTERS)),
    subject: mask(input.subject),
  });
  // Twice where the first time has found values late that stood readable before: the vault makes them known everywhere.
  const once = maskAll();
  const { own, attached, subject } = Object.keys(vault).length > 0 ? maskAll() : once;
  const shortSubject = cutToTokens(subject, MAX_SUBJECT_TOKENS, model);
  const shortAttached = cutToTokens(attached.join('\n\n'), maxTokens * ATTACHED_SHARE, model);
  const shortOwn = cutToTokens(own.text, maxTokens * (attached.length > 0 ? 1 - ATTACHED_SHARE : 1), model);
  const { language, main, confidence } = identifyLanguage(`${own.text}\n${subject}`);
  return {
    subject: shortSubject.text as MaskedText,
    text: [shortOwn.text, shortAttached.text].filter(Boolean).join('\n\n') as MaskedText,
    language,
    mainLanguage: main,
    languageConfidence: confidence,
    vault,
    truncated: own.clipped || [shortSubject, shortAttached, shortOwn].some(({ truncated }) => truncated),
  };
}

/** Beginning and end of a long text, masked apart, without what stands beside the cut. */
function maskEnds(text: string, mask: (text: string) => string): { text: string; clipped: boolean } {
  if (text.length <= MASKED_CHARACTERS) return { text: mask(text), clipped: false };
  const head = mask(text.slice(0, MASKED_CHARACTERS * 0.75));
  const tail = mask(text.slice(-MASKED_CHARACTERS * 0.25));
  return { text: `${beginningOf(head, head.length - MARGIN)}\n${endOf(tail, MARGIN)}`, clipped: true };
}

/** Neither ends with half a placeholder. */
const beginningOf = (masked: string, length: number): string =>
  masked.length <= length ? masked : masked.slice(0, length).replace(/\[[A-Z]{0,12}_?\d{0,6}$/, '');
const endOf = (masked: string, from: number): string => masked.slice(from).replace(/^[A-Z]{0,12}_?\d{0,6}\]/, '');
