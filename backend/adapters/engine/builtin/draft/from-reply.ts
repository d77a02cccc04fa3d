import { isDiagnosis, isLeaning } from '../courtesies.ts';
import { type Asked, coverage } from '../relevance.ts';
import { keepItems } from './answer-list.ts';
import { isLead, isNumbered, type Part } from './answer-parts.ts';
import { isGeneral, isWhole } from './fitness.ts';
import type { Phrases } from './phrases.ts';
import { own, type Paragraph, repeat, type Said } from './said.ts';

const MOST_SENTENCES = 2;
/** The share of a sentence's words that the customer must have used for it to speak to them. */
const SPEAKS_TO_THEM = 0.3;

/** The steps of another customer's answer, and what is said around them as far as it speaks to this one. */
export function fromReply(
  parts: readonly Part[],
  { terms, weigh }: Asked,
  phrases: Phrases,
  approved: boolean,
): Paragraph[] {
  const general = (text: string): boolean => isGeneral(text, approved);
  const holds = (sentence: string): boolean =>
    isWhole(sentence) &&
    general(sentence) &&
    !isDiagnosis(sentence) &&
    coverage(weigh({ text: sentence, boost: 1 }), terms) >= SPEAKS_TO_THEM;
  const said = (sentences: string[]): Paragraph[] => {
    const kept = keepConnected(sentences, holds).slice(0, MOST_SENTENCES);
    return kept.length > 0 ? [[kept.map((quote, index) => (index === 0 ? capitalised(quote) : repeat(quote)))]] : [];
  };
  return parts.flatMap((part) => [...said(part.before), ...listOf(part, phrases, general), ...said(part.after)]);
}

function listOf({ before, items }: Part, { lead }: Phrases, general: (text: string) => boolean): Paragraph[] {
  const kept = keepItems(items, general);
  const leading = items.every(isNumbered) ? own(lead) : announced(before.at(-1), general);
  return kept && leading ? [[[leading], ...kept.map((item) => [item])]] : [];
}

/** Steps stand for themselves; points say what the sentence before them announces. */
const announced = (sentence: string | undefined, general: (text: string) => boolean): Said | null =>
  sentence !== undefined && isLead(sentence) && general(sentence) ? repeat(sentence) : null;

/** The first one may have followed a salutation that ends in a comma. */
const capitalised = (quote: string): Said => ({
  text: quote.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
  quote,
});

/** A sentence that leans on the one before it goes where that goes. */
function keepConnected(sentences: string[], holds: (sentence: string) => boolean): string[] {
  const kept: string[] = [];
  sentences.forEach((sentence, index) => {
    const connected = !isLeaning(sentence) || (index > 0 && kept.at(-1) === sentences[index - 1]);
    if (connected && holds(sentence)) kept.push(sentence);
  });
  return kept;
}
