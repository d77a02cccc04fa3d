import { complaints } from './fr/complaints.ts';
import { guards } from './fr/guards.ts';
import { threats } from './fr/threats.ts';
import type { PhraseBook } from './phrase-book.ts';

export const fr: PhraseBook = { spaced: true, phrases: { ...threats, ...complaints }, ...guards };
