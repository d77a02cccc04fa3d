import type { Rule } from '../phrase-book.ts';

/** Sentences with the rule that each must raise, and sentences that must raise none. */
export type Examples = { yes: [Rule, string][]; no: string[] };
