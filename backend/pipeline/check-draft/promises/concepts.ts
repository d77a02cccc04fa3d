import type { Concept } from './concept.ts';
import { DEEDS, GOODS } from './goods.ts';
import { MONEY } from './money.ts';
import { readPhrases } from './phrases.ts';

/** What a company can promise. */
export const CONCEPTS: readonly Concept[] = [...MONEY, ...GOODS, ...DEEDS];

/** All together, to tell at once that a clause names none. */
export const ANY_CONCEPT = readPhrases(...CONCEPTS.flatMap(({ texts }) => texts));
