import { categoriesOf } from '../../../contract/categories.ts';
import type { Sentiment, Urgency } from '../../../contract/taxonomy.ts';
import type { ClassifyInput, Engine, RawClassification, Score } from '../../../ports/engine.ts';
import { CATEGORY_KEYWORDS, SENTIMENT_KEYWORDS, URGENCY_KEYWORDS } from './keywords.ts';

/** A rule that fired says that much and no more: a human looks at everything that only rules have read. */
const PROBABILITY = 0.3;
const READ_CHARACTERS = 20_000;

/** A word's beginning, or anywhere in scripts that put no spaces between words. */
const stands = (text: string, keyword: string): boolean =>
  /^[a-z]/i.test(keyword) ? text.includes(` ${keyword}`) : text.includes(keyword);

const found = (text: string, keywords: readonly string[] = []): string[] =>
  keywords.filter((keyword) => stands(text, keyword));

/** The value with the most keywords in the text; the first of equals, `fallback` where there is none. */
function choose<Value extends string>(
  text: string,
  keywords: Record<string, readonly string[]>,
  values: readonly Value[],
  fallback: Value,
): Score<Value>[] {
  const counted = values
    .map((value) => ({ value, count: found(text, keywords[value]).length }))
    .sort((a, b) => b.count - a.count);
  const best = counted[0];
  return [{ value: best && best.count > 0 ? best.value : fallback, probability: best?.count ? PROBABILITY : 0 }];
}

/** A category that does not ship is found by the words of its name. */
const keywordsOf = (category: string): readonly string[] => CATEGORY_KEYWORDS[category] ?? category.split('_');

function read({ subject, text, taxonomy }: ClassifyInput): RawClassification {
  const words = ` ${`${subject} ${text}`
    .slice(0, READ_CHARACTERS)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’]/gu, ' ')}`;
  const categories = categoriesOf(taxonomy);
  const rest = categories.includes('general') ? 'general' : (categories.at(-1) ?? 'general');
  const keywords = Object.fromEntries(categories.map((category) => [category, keywordsOf(category)]));
  const category = choose(words, keywords, categories, rest);
  return {
    category,
    urgency: choose<Urgency>(words, URGENCY_KEYWORDS, ['P1', 'P2', 'P4'], 'P3'),
    sentiment: choose<Sentiment>(words, SENTIMENT_KEYWORDS, ['angry', 'frustrated', 'positive'], 'neutral'),
    secondary: null,
    subcategory: null,
    summary: subject.slice(0, 200),
    escalationRisk: false,
    evidence: found(words, keywords[category[0]?.value ?? rest]).slice(0, 8),
    selfReported: null,
  };
}

/** Keyword rules: the last rung before a human, for a day on which the builtin engine itself is broken. It drafts nothing. */
export function createRulesEngine(): Engine {
  return {
    name: 'rules',
    id: 'rules',
    promptVersion: null,
    metered: false,
    available: () => true,
    classify: async (input) => ({
      ok: true,
      value: read(input),
      usage: { model: null, promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
    }),
    draft: async () => ({ ok: false, reason: 'cannot' }),
  };
}
