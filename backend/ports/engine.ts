import type { Category, Sentiment, Urgency } from '../contract/taxonomy.ts';
import type { EngineName, Source } from '../contract/triage.ts';

declare const maskedBrand: unique symbol;
/** Text in which personal data and secrets stand as placeholders: the only text that an engine or embedder accepts. */
export type MaskedText = string & { readonly [maskedBrand]: true };

/** A picture that a customer sent; nothing in it is masked, so a tenant must have allowed it. */
export type Picture = { mime: string; base64: string };

export type ClassifyInput = {
  subject: MaskedText;
  /** The customer's own words, cut to the token budget. */
  text: MaskedText;
  language: string;
  categories: readonly Category[];
  /** Engines that cannot see ignore them. */
  images?: readonly Picture[];
};

export type RawClassification = {
  category: Category;
  secondary: Category | null;
  subcategory: string | null;
  urgency: Urgency;
  sentiment: Sentiment;
  summary: string;
  confidence: number;
  candidates: { category: Category; confidence: number }[];
  escalationRisk: boolean;
  evidence: string[];
};

/** A knowledge item as an engine may see it: masked, with what the ranking thinks of it. */
export type Passage = { source: Source; question: MaskedText; answer: MaskedText };

export type DraftInput = {
  subject: MaskedText;
  text: MaskedText;
  language: string;
  category: Category;
  urgency: Urgency;
  sentiment: Sentiment;
  passages: Passage[];
  /** True when the draft should ask for what is missing instead of answering. */
  clarify: boolean;
};

export type RawDraft = { text: string; sourceIds: string[] };

export type Usage = { model: string | null; promptTokens: number; completionTokens: number };

/** Why an engine gave no answer; a value, not an exception. */
export type NoAnswer = {
  ok: false;
  reason:
    | 'timeout'
    | 'unreachable'
    | 'rate_limited'
    | 'unauthorized'
    | 'refused'
    | 'truncated'
    | 'filtered'
    | 'nonsense'
    | 'server_error';
};
export type Answer<T> = { ok: true; value: T; usage: Usage } | NoAnswer;

/** Classifies and drafts. Never throws for what a model or a network does. */
export type Engine = {
  readonly name: EngineName;
  classify(input: ClassifyInput, signal: AbortSignal): Promise<Answer<RawClassification>>;
  draft(input: DraftInput, signal: AbortSignal): Promise<Answer<RawDraft>>;
};
