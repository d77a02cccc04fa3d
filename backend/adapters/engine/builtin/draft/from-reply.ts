import { isDiagnosis, isLeaning } from '../courtesies.ts';
import { type Asked, coverage } from '../relevance.ts';
import { keepItems } from './answer-list.ts';
import { isLead, isNumbered, type Part } from './answer-parts.ts';
import { isGeneral, isWhole } from './fitness.ts';
import type { Phrases } from './phrases.ts';

const MOST_SENTENCES = 2;
/** The share of a sentence's words that the customer must have used for it to speak to them. */
const SPEAKS_TO_THEM = 0.3;

/** The steps of another customer's answer, and what is said around them as far as it speaks to this one. */
export function fromReply(parts: readonly Part[], { terms, weigh }: Asked, phrases: Phrases): string[] {
  const holds = (sentence: string): boolean =>
    isWhole(sentence) &&
    isGeneral(sentence) &&
    !isDiagnosis(sentence) &&
    coverage(weigh({ text: sentence, boost: 1 }), terms) >= SPEAKS_TO_THEM;
  const said = (sentences: string[]): string[] => {
    const kept = keepConnected(sentences, holds).slice(0, MOST_SENTENCES);
    return kept.length > 0 ? [capitalised(kept.join(phrases.space))] : [];
  };
  return parts.flatMap((part) => [...said(part.before), ...listOf(part, phrases), ...said(part.after)]);
}

/** Steps stand for themselves; points say what the sentence before them announces. */
function listOf({ before, items }: Part, phrases: Phrases): string[] {
  const announced = before.at(-1);
  const lead = items.every(isNumbered) ? phrases.lead : isLead(announced) ? announced : undefined;
  const kept = lead !== undefined && isGeneral(lead) ? keepItems(items, isGeneral) : null;
  return kept ? [[lead, ...kept].join('\n')] : [];
}

/** The first one may have followed a salutation that ends in a comma. */
const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** A sentence that leans on the one before it goes where that goes. */
function keepConnected(sentences: string[], holds: (sentence: string) => boolean): string[] {
  const kept: string[] = [];
  sentences.forEach((sentence, index) => {
    const connected = !isLeaning(sentence) || (index > 0 && kept.at(-1) === sentences[index - 1]);
    if (connected && holds(sentence)) kept.push(sentence);
  });
  return kept;
}
