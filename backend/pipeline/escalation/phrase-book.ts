import { RULES, type Rule } from '../../contract/escalation-rules.ts';

export { RULES, type Rule };

/**
 * What a language says, as regular expressions over folded text: lower case, without accents. A space stands for what may
 * separate two words, ` ?` for what separates or joins them, ` ~ ` for up to four words between, ` ~~ ` for up to ten, none of them past the sentence's end,
 * ` / ` for what separates two words or sentences; where words are not spaced, `~` is up to fifteen characters.
 */
export type PhraseBook = {
  spaced: boolean;
  phrases: Record<Rule, readonly string[]>;
  /** Stands right before a phrase and takes it back; `fillers` may stand between the two. */
  negations: string;
  fillers: string;
  /** Stands in the phrase's gaps, or right after it, and takes it back. */
  negationsInside?: string;
  negationsAfter?: string;
  /** A match that begins so, in lower case and with its accents, tells of a cancellation long made. */
  cancelled?: string;
  /** How a sentence begins that only asks for information. */
  inquiries: string;
  /** Follows such a question and shows that it was meant as a threat. */
  earnest?: string;
  /** Stands anywhere in the sentence of a match and shows that it is of others' words, or of a feature. */
  asides?: string;
  /** The same for one rule's matches only. */
  topics?: Partial<Record<Rule, string>>;
};
