import { complaints } from './de/complaints.ts';
import { guards } from './de/guards.ts';
import { threats } from './de/threats.ts';
import type { PhraseBook } from './phrase-book.ts';

export const de: PhraseBook = { spaced: true, phrases: { ...threats, ...complaints }, ...guards };
