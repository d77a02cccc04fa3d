import type { DraftInput, Passage, RawDraft } from '../../../ports/engine.ts';
import { baseLanguage, type Phrases, phrasesFor } from './draft/phrases.ts';
import { reusable } from './draft/reusable.ts';
import { type Asked, similarity, type Weigh } from './relevance.ts';

type Fitting = { passage: Passage; fit: number };

/** Below it a passage is about something else. */
const ENOUGH = 0.265;
/** From here on an article is worth a link. */
const WORTH_A_LINK = 0.28;
/** How much the words that both use count against what the ranking says. */
const WORDS_SHARE = 0.7;
/** What is left of the fit of another category's answer. */
const OTHER_CATEGORY = 0.8;
const SECRET = /\[SECRET_\d+\]/;
const CARD = /\[CARD_\d+\]/;
const QUESTION = /[?？]/;

/** Adapts the best answer that is in the customer's language, or asks for what is missing. Says nothing that no passage says. */
export function draftReply(weigh: Weigh, input: DraftInput): RawDraft {
  const phrases = phrasesFor(input.language, input.category);
  const asked = { terms: weigh({ text: input.subject, boost: 2 }, { text: input.text, boost: 1 }), weigh };
  const fitting = input.clarify ? [] : rankByFit(input, asked);
  const answers = fitting.map(({ passage }) => ({ id: passage.source.id, said: reusable(passage, asked, phrases) }));
  const answer = answers.find(({ said }) => said.length > 0);
  if (!answer) return { text: letter(phrases, input, [question(phrases, input)]), sourceIds: [] };
  const article = fitting.find(({ passage, fit }) => passage.source.url !== null && fit >= WORTH_A_LINK)?.passage
    .source;
  const more = article ? [`${phrases.more}${phrases.space}${article.url}`] : [];
  return {
    text: letter(phrases, input, [...answer.said, ...more]),
    sourceIds: [...new Set([answer.id, ...(article ? [article.id] : [])])],
  };
}

/** What is near enough and in the customer's language, best first. */
function rankByFit({ passages, language, category }: DraftInput, { terms, weigh }: Asked): Fitting[] {
  return passages
    .filter(({ source }) => baseLanguage(source.language) === baseLanguage(language))
    .map((passage) => {
      const { source, question, answer } = passage;
      const parts = [
        { text: source.title, boost: 2 },
        { text: question, boost: 1 },
        { text: answer, boost: 0.3 },
      ];
      const fit = WORDS_SHARE * similarity(terms, weigh(...parts)) + (1 - WORDS_SHARE) * source.score;
      return { passage, fit: source.category === null || source.category === category ? fit : fit * OTHER_CATEGORY };
    })
    .filter(({ fit }) => fit >= ENOUGH)
    .toSorted((a, b) => b.fit - a.fit);
}

function question({ clarify, welcome }: Phrases, { category, urgency, sentiment, subject, text }: DraftInput): string {
  const content = sentiment === 'positive' && urgency === 'P4' && category !== 'feature_request';
  if (content && !QUESTION.test(subject + text)) return welcome;
  return Object.entries(clarify).find(([name]) => name === category)?.[1] ?? clarify.general;
}

function letter(phrases: Phrases, { sentiment, urgency, category, text }: DraftInput, paragraphs: string[]): string {
  const { greeting, acknowledge, urgent, passOn, exposed, closing, space } = phrases;
  const opening = [
    acknowledge[sentiment],
    ...(urgency === 'P1' ? [urgent] : []),
    ...(category === 'feature_request' ? [passOn] : []),
  ];
  const warnings = [...(SECRET.test(text) ? [exposed.secret] : []), ...(CARD.test(text) ? [exposed.card] : [])];
  return [greeting, opening.join(space), ...paragraphs, ...warnings, closing].join('\n\n');
}
