import type { DraftInput, Passage, RawDraft, RawSentence } from '../../../ports/engine.ts';
import { isPlain } from './draft/fitness.ts';
import { baseLanguage, type Phrases, phrasesFor } from './draft/phrases.ts';
import { reusable } from './draft/reusable.ts';
import { cite, own, type Paragraph, partSentences } from './draft/said.ts';
import { type Asked, similarity, type Weigh } from './relevance.ts';
import { splitSentences } from './sentences.ts';

type Fitting = { passage: Passage; fit: number };

/** Below it a passage is about something else. */
const ENOUGH = 0.265;
/** From here on an article is worth a link. */
const WORTH_A_LINK = 0.28;
/** How much the words that both use count against what the ranking says. */
const WORDS_SHARE = 0.7;
/** What is left of the fit of another category's answer. */
const OTHER_CATEGORY = 0.8;
/** And of the fit of one that is too old to be repeated unseen. */
const STALE = 0.8;
const SECRET = /\[SECRET_\d+\]/;
const CARD = /\[CARD_\d+\]/;
const QUESTION = /[?？]/;
const ADDRESS = /^https?:\/\/\S+$/i;

/** Adapts the best answer that is in the customer's language, or asks for what is missing. Says nothing that no passage says. */
export function draftReply(weigh: Weigh, input: DraftInput): RawDraft {
  const phrases = phrasesFor(input.language, input.category);
  const asked = { terms: weigh({ text: input.subject, boost: 2 }, { text: input.text, boost: 1 }), weigh };
  const fitting = input.clarify ? [] : rankByFit(input, asked);
  const answers = fitting.map(({ passage }) => ({ id: passage.source.id, said: reusable(passage, asked, phrases) }));
  const answer = answers.find(({ said }) => said.length > 0);
  const body = answer
    ? [...cite(answer.said, answer.id), ...linkTo(fitting, phrases)]
    : ours([question(phrases, input)]);
  const paragraphs = [
    ...ours(openingOf(phrases, input)),
    ...body,
    ...warningsOf(phrases, input).flatMap((warning) => ours([warning])),
  ];
  return { sentences: partSentences(paragraphs, phrases.space) };
}

/** What is near enough and in the customer's language, best first. */
function rankByFit({ passages, language, category }: DraftInput, { terms, weigh }: Asked): Fitting[] {
  return passages
    .filter(({ source }) => source.standing !== 'superseded')
    .filter(({ source }) => baseLanguage(source.language) === baseLanguage(language))
    .map((passage) => {
      const { source, question, answer } = passage;
      const parts = [
        { text: source.title, boost: 2 },
        { text: question, boost: 1 },
        { text: answer, boost: 0.3 },
      ];
      const fit = WORDS_SHARE * similarity(terms, weigh(...parts)) + (1 - WORDS_SHARE) * source.score;
      const isOther = source.category !== null && source.category !== category;
      return { passage, fit: fit * (isOther ? OTHER_CATEGORY : 1) * (source.standing === 'stale' ? STALE : 1) };
    })
    .filter(({ fit }) => fit >= ENOUGH)
    .toSorted((a, b) => b.fit - a.fit);
}

/** The address of the best article; what it rests on is how the article begins. */
function linkTo(fitting: readonly Fitting[], { more, space }: Phrases): Paragraph<RawSentence>[] {
  const article = fitting.find(
    ({ passage: { source }, fit }) =>
      source.kind === 'article' && ADDRESS.test(source.url ?? '') && fit >= WORTH_A_LINK,
  );
  const quote = splitSentences(article?.passage.answer ?? '').find(isPlain);
  return article && quote
    ? cite([[[{ text: more + space + article.passage.source.url, quote }]]], article.passage.source.id)
    : [];
}

function question({ clarify, welcome }: Phrases, { category, urgency, sentiment, subject, text }: DraftInput): string {
  const content = sentiment === 'positive' && urgency === 'P4' && category !== 'feature_request';
  if (content && !QUESTION.test(subject + text)) return welcome;
  return Object.entries(clarify).find(([name]) => name === category)?.[1] ?? clarify.general;
}

const openingOf = (phrases: Phrases, { sentiment, urgency, category }: DraftInput): string[] => [
  phrases.acknowledge[sentiment],
  ...(urgency === 'P1' ? [phrases.urgent] : []),
  ...(category === 'feature_request' ? [phrases.passOn] : []),
];

const warningsOf = ({ exposed }: Phrases, { text }: DraftInput): string[] => [
  ...(SECRET.test(text) ? [exposed.secret] : []),
  ...(CARD.test(text) ? [exposed.card] : []),
];

/** A paragraph of our own words, which rest on nothing. */
const ours = (phrases: string[]): Paragraph<RawSentence>[] => [
  [phrases.flatMap(splitSentences).map((text) => ({ ...own(text), sourceId: null }))],
];
