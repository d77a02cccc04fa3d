import { detectLanguage, type Language } from './language.ts';
import { angry, escalation, frustrated, P1_WORDS, P2_WORDS, P4_WORDS, positive } from './moods.ts';
import { TOPICS } from './topics.ts';
import type { WordList } from './word-list.ts';

export const DEFAULT_CATEGORIES = ['billing', 'technical', 'account', 'feature_request', 'general'];

export type Reading = {
  language: Language;
  /** Best first; confidences between 0 and 1. */
  candidates: { category: string; confidence: number }[];
  subcategory: string | null;
  urgency: 'P1' | 'P2' | 'P3' | 'P4';
  sentiment: 'angry' | 'frustrated' | 'neutral' | 'positive';
  summary: string;
  escalation: { flagged: boolean; risk: 'low' | 'medium' | 'high' | 'critical' };
  /** Words as they stand in the text. */
  evidence: string[];
};

type Hit = { category: string; subcategory: string; words: string[] };

const SUMMARY_LENGTH = 160;
const LIGHT = new Set(['general', 'question', 'plan_and_price', 'profile_and_members', 'app_and_reminders']);
const distinct = (words: string[]) => [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];

function hitsOf(text: string, language: Language, categories: string[]): Hit[] {
  const known = TOPICS.map(({ category, subcategory, find }) => ({
    category,
    subcategory,
    words: distinct(find(text, language)),
  }));
  const named = categories
    .filter((category) => !DEFAULT_CATEGORIES.includes(category))
    .map((category) => ({ category, subcategory: category, words: namedIn(category, text) }));
  return [...known, ...named].filter(({ category, words }) => words.length > 0 && categories.includes(category));
}

/** A category that the rules do not know is found by the words of its name. */
function namedIn(category: string, text: string): string[] {
  const stems = category
    .split(/[_\W]+/)
    .filter((part) => part.length > 2)
    .map((part) => part.slice(0, 6));
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) =>
    stems.some((stem) => word.toLowerCase().startsWith(stem)),
  );
}

/** What a category weighs before any word of it was seen; a ticket in trouble is more likely technical. */
function prior(category: string, troubled: boolean): number {
  if (category === 'general') return 0.6;
  return category === 'technical' && troubled ? 0.8 : 0.3;
}

function rank(hits: Hit[], categories: string[], troubled: boolean): { category: string; confidence: number }[] {
  const weights = categories.map((category) => ({
    category,
    weight: hits
      .filter((hit) => hit.category === category)
      .reduce((sum, hit) => sum + hit.words.length * (LIGHT.has(hit.subcategory) ? 1 : 2), prior(category, troubled)),
  }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return weights
    .map(({ category, weight }) => ({ category, confidence: Math.round(Math.min(0.97, weight / total) * 100) / 100 }))
    .sort((one, other) => other.confidence - one.confidence);
}

function sentimentOf(text: string, language: Language): Reading['sentiment'] {
  const shouting = /!{2,}|！{2,}|\b\p{Lu}{5,}\s+\p{Lu}{3,}/u.test(text);
  if (angry(text, language).length > (shouting ? 0 : 1)) return 'angry';
  const bad = frustrated(text, language).length + angry(text, language).length + (shouting ? 1 : 0);
  const good = positive(text, language).length;
  if (bad > good) return bad + P2_WORDS(text, language).length > 1 ? 'frustrated' : 'neutral';
  const wantsSomething = /[?？]/.test(text) || P2_WORDS(text, language).length > 0;
  return good > 0 && !wantsSomething ? 'positive' : 'neutral';
}

function urgencyOf(text: string, language: Language, category: string | undefined): Reading['urgency'] {
  const has = (words: WordList) => words(text, language).length > 0;
  if (category === 'feature_request') return 'P4';
  if (has(P1_WORDS)) return 'P1';
  if (has(P4_WORDS) && !has(P2_WORDS)) return 'P4';
  return has(P2_WORDS) ? 'P2' : 'P3';
}

function summaryOf(text: string, language: Language): string {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.slice(0, 2000));
  const sentences = [...segments].map(({ segment }) => segment.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const telling = sentences.filter((sentence) => sentence.length > (language === 'ja' ? 8 : 20));
  const chosen = (telling.length > 0 ? telling : sentences).slice(0, 2).join(' ');
  const letters = [...chosen];
  return letters.length > SUMMARY_LENGTH ? `${letters.slice(0, SUMMARY_LENGTH - 1).join('')}…` : chosen;
}

/** Keyword rules in six languages: a stand-in's idea of a ticket. */
export function classify(text: string, categories: string[] = DEFAULT_CATEGORIES): Reading {
  const language = detectLanguage(text);
  const hits = hitsOf(text, language, categories);
  const troubled = P1_WORDS(text, language).length + P2_WORDS(text, language).length > 0;
  const candidates = rank(hits, categories, troubled);
  const category = candidates[0]?.category;
  const decided = hits
    .filter((hit) => hit.category === category)
    .sort((one, other) => other.words.length - one.words.length);
  const signals = distinct(escalation(text, language)).length;
  return {
    language,
    candidates,
    subcategory: decided[0]?.subcategory ?? null,
    urgency: urgencyOf(text, language, category),
    sentiment: sentimentOf(text, language),
    summary: summaryOf(text, language) || 'The ticket has no text.',
    escalation: {
      flagged: signals > 0,
      risk: (['low', 'medium', 'high', 'critical'] as const)[Math.min(3, signals)] ?? 'low',
    },
    evidence: distinct(decided.flatMap((hit) => hit.words))
      .filter((word) => !word.includes('\n'))
      .slice(0, 6),
  };
}
