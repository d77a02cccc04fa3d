import type { MaskedText } from '../ports/engine.ts';
import type { Masker, MaskHints, Vault } from '../ports/masker.ts';
import { cutToTokens } from './preprocess/cut-to-tokens.ts';
import { identifyLanguage } from './preprocess/detect-language.ts';
import { maskAll } from './preprocess/mask-all.ts';

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
/** Masking costs time by the character; as much as the budget of tokens keeps of prose, and more. */
const MASKED = { beginning: 18_000, end: 10_000 };
/** Beside a cut made before masking half a value may stand, which no rule knows: so much is not shown. */
const MARGIN = 300;

export type TextToPrepare = {
  subject: string;
  /** The customer's own words. */
  text: string;
  /** What was read out of attachments, and their names: a block each. */
  attached: readonly string[];
  hints: MaskHints;
  /** Budget of text and attached together, in the model's tokens. */
  maxTokens: number;
  model: string;
};

/** Masks first and cuts after, so that no half of a card number survives a cut. */
export function preprocess(input: TextToPrepare, masker: Masker): Prepared {
  const { maxTokens, model } = input;
  const clipped = input.text.length > MASKED.beginning + MASKED.end;
  const ends = clipped ? [input.text.slice(0, MASKED.beginning), input.text.slice(-MASKED.end)] : [input.text, ''];
  const { masked, vault } = maskAll([...ends, input.subject, ...input.attached], input.hints, masker);
  const [head = '', tail = '', subject = '', ...attached] = masked;
  const own = clipped ? `${beginningOf(head, head.length - MARGIN)}\n${endOf(tail, MARGIN)}` : head;
  const blocks = attached.map((block) => beginningOf(block, ATTACHMENT_CHARACTERS)).join('\n\n');
  const shortSubject = cutToTokens(subject, MAX_SUBJECT_TOKENS, model);
  const shortBlocks = cutToTokens(blocks, maxTokens * ATTACHED_SHARE, model);
  const shortOwn = cutToTokens(own, maxTokens * (blocks ? 1 - ATTACHED_SHARE : 1), model);
  const { language, main, confidence } = identifyLanguage(`${own}\n${subject}`);
  return {
    subject: shortSubject.text as MaskedText,
    text: [shortOwn.text, shortBlocks.text].filter(Boolean).join('\n\n') as MaskedText,
    language,
    mainLanguage: main,
    languageConfidence: confidence,
    vault,
    truncated: clipped || [shortSubject, shortBlocks, shortOwn].some(({ truncated }) => truncated),
  };
}

/** Neither ends with half a placeholder. */
const beginningOf = (masked: string, length: number): string =>
  masked.length <= length ? masked : masked.slice(0, length).replace(/\[[A-Z]{0,12}_?\d{0,6}$/, '');
const endOf = (masked: string, from: number): string => masked.slice(from).replace(/^[A-Z]{0,12}_?\d{0,6}\]/, '');
