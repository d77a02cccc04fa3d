export const CLEAN_KINDS = ['paraphrase', 'respelled', 'translated', 'question', 'courtesy', 'policy'] as const;
export type CleanKind = (typeof CLEAN_KINDS)[number];

export const PLANTED_KINDS = [
  'number',
  'amount',
  'date',
  'deadline',
  'url',
  'email',
  'promise',
  'product',
  'foreign',
  'quote',
  'customer',
  'unapproved',
] as const;
export type PlantedKind = (typeof PLANTED_KINDS)[number];

/** `a`, `b`: articles; `g`: an approved ticket; `t`: a ticket that nobody has approved. */
export type Key = 'a' | 'b' | 'g' | 't';
/** `quote` stands in that source's answer, but where a sentence is planted for the quote's sake. */
export type Said<Kind extends string> = readonly [kind: Kind, text: string, source?: Key, quote?: string];

type Written = { title: string; answer: string; language?: string; url?: string };

/** A ticket, what may be known for its answer, and sentences that a model wrote: those that hold and those that do not. */
export type Scenario = {
  subject: string;
  /** Masked, as a model sees it. */
  text: string;
  vault: Record<string, string>;
  products: string[];
  policy: string[];
  sources: Partial<Record<Key, Written>>;
  clean: Said<CleanKind>[];
  /** `{this|that}` in a text makes a sentence for each. */
  planted: Said<PlantedKind>[];
};
