import type { Taxonomy } from '../contract/categories.ts';
import type { RewriteHow } from '../contract/rewrite.ts';
import type { Category, Sentiment, Urgency } from '../contract/taxonomy.ts';
import type { EngineName, Source } from '../contract/triage.ts';

declare const maskedBrand: unique symbol;
/** Text in which personal data and secrets stand as placeholders: the only text that an engine or embedder accepts. */
export type MaskedText = string & { readonly [maskedBrand]: true };

/** A picture that a customer sent; nothing in it is masked, so a tenant must have allowed it. */
export type Picture = { mime: string; base64: string };

/** A ticket of this tenant that a person has put right. */
export type Example = {
  subject: MaskedText;
  text: MaskedText;
  category: Category | null;
  urgency: Urgency | null;
  sentiment: Sentiment | null;
};

export type ClassifyInput = {
  subject: MaskedText;
  /** The customer's own words, cut to the token budget. */
  text: MaskedText;
  language: string;
  taxonomy: Taxonomy;
  /** Chosen for this ticket, the most similar first. */
  examples: readonly Example[];
  /** Engines that cannot see ignore them. */
  images?: readonly Picture[];
};

/** A value and how probable the engine itself takes it to be, 0–1: nothing has calibrated that yet. */
export type Score<Value extends string = string> = { value: Value; probability: number };

/** Each field's values, the engine's own choice first and the others by probability; at least one, and of the taxonomy. */
export type RawClassification = {
  category: Score<Category>[];
  urgency: Score<Urgency>[];
  sentiment: Score<Sentiment>[];
  secondary: Score<Category> | null;
  subcategory: string | null;
  summary: string;
  escalationRisk: boolean;
  evidence: string[];
  /** The certainty that a model states in words, 0–1: recorded, and never taken for a probability. */
  selfReported: number | null;
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

/** `quote`: the words of the source that the sentence rests on, as they stand there. Courtesies and questions have neither. */
export type RawSentence = { text: string; sourceId: string | null; quote: string | null };

/** In order, without greeting and sign-off; each text ends with the blanks or line breaks that part it from the next. */
export type RawDraft = { sentences: RawSentence[] };

export type RewriteInput = {
  how: RewriteHow;
  /** The language to write in. */
  language: string;
  /** The draft as the agent has it, a sentence each; each ends with the blanks or line breaks that follow it. */
  sentences: readonly MaskedText[];
};

/** `from`: the places of the given sentences that it stems from, from 1; none for a courtesy. */
export type RawRewritten = { text: string; from: number[] };

/** In order; each text ends with the blanks or line breaks that part it from the next. */
export type RawRewrite = { sentences: RawRewritten[] };

/** `model` names its version as exactly as is known. Cached tokens are among the prompt's. */
export type Usage = { model: string | null; promptTokens: number; cachedTokens: number; completionTokens: number };

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
    | 'server_error'
    | 'breaker_open'
    | 'crashed'
    | 'cannot';
  /** Tokens of an answer that came and was of no use: they are paid for. */
  usage?: Usage;
};
export type Answer<T> = { ok: true; value: T; usage: Usage } | NoAnswer;

/** Classifies and drafts. Never throws for what a model or a network does. */
export type Engine = {
  readonly name: EngineName;
  /** Whose probabilities are comparable: engine and configured model, such as `openai:gpt-4o-mini`. */
  readonly id: string;
  /** Changes with the words that a model is asked with; null where none are. */
  readonly promptVersion: string | null;
  /** Whether each call is one to a model outside, which costs money and counts. */
  readonly metered: boolean;
  /** Whether a call would go out now, which a breaker may forbid for a while. */
  available(): boolean;
  classify(input: ClassifyInput, signal: AbortSignal): Promise<Answer<RawClassification>>;
  draft(input: DraftInput, signal: AbortSignal): Promise<Answer<RawDraft>>;
  /** Absent where the engine cannot put a draft in other words. */
  rewrite?(input: RewriteInput, signal: AbortSignal): Promise<Answer<RawRewrite>>;
};
