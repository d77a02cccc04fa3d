import { de } from './phrases/de.ts';
import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { fr } from './phrases/fr.ts';
import { ja } from './phrases/ja.ts';
import type { Phrases } from './phrases/phrases.ts';
import { pt } from './phrases/pt.ts';

export type { Phrases } from './phrases/phrases.ts';

const byLanguage = new Map(Object.entries({ en, es, fr, de, pt, ja }));

/** English for a language that has none. What another customer does about a missing feature is a stopgap, no remedy. */
export function phrasesFor(language: string, category: string): Phrases {
  const phrases = byLanguage.get(baseLanguage(language)) ?? en;
  return category === 'feature_request' ? { ...phrases, lead: phrases.meanwhile } : phrases;
}

/** `pt` of `pt-BR`. */
export const baseLanguage = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';
