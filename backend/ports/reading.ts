import type { MaskedText } from './engine.ts';

/** The masked words that a triage was made of. */
export type Reading = { subject: MaskedText; text: MaskedText; language: string };
