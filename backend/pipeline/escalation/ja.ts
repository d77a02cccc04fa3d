import { complaints } from './ja/complaints.ts';
import { guards } from './ja/guards.ts';
import { threats } from './ja/threats.ts';
import type { PhraseBook } from './phrase-book.ts';

export const ja: PhraseBook = { spaced: false, phrases: { ...threats, ...complaints }, ...guards };
