import { OneOf } from '../schema/wish.ts';
import type { Reading } from './classify.ts';
import { detectLanguage } from './language.ts';
import type { Passage } from './passages.ts';
import { PHRASES } from './phrases.ts';
import type { Prompt } from './prompt.ts';

/** A sentence with what it rests on, under the names that schemas give such things. */
export type DraftSentence = { text: string; sourceIds: string[]; sourceId: OneOf; quote: string; begins: OneOf };

export type DraftReply = {
  text: string;
  sourceIds: string[];
  /** The reply in pieces, each with what it rests on. */
  sentences: DraftSentence[];
};

/** Words of a passage as they stand there, and as the reply says them. */
type Copied = { text: string; quote: string };

const MOST_SENTENCES = 5;
const PLACEHOLDER = /\[[A-Z_]+(?:_\d+)?\]/;
export const NO_SOURCE = new OneOf(null, '(none)', 'none', '');
export const NEW_PARAGRAPH = new OneOf('new_paragraph', 'paragraph', true);
const SAME_LINE = new OneOf('same_line', 'line', false);

/** The sentences of a text as they stand there. */
export const segmentsOf = (text: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter(Boolean);

function usableSentences(passage: Passage, { language }: Prompt): Copied[] {
  const { noise, salutation } = PHRASES[language];
  return segmentsOf(passage.text.slice(0, 4000), language)
    .map((segment) => segment.replace(salutation, ''))
    .map((quote) => ({ quote, text: quote.replace(/\s+/g, ' ') }))
    .filter(({ text }) => text.length > (language === 'ja' ? 6 : 15) && !noise.test(text) && !PLACEHOLDER.test(text))
    .map(({ quote, text }) => ({ quote, text: text.charAt(0).toUpperCase() + text.slice(1) }))
    .slice(0, MOST_SENTENCES);
}

/** The first passage in the language of the reply; else simply the first. */
function bestPassage({ passages, language }: Prompt): Passage | undefined {
  return (
    passages.find((passage) => (passage.language ?? detectLanguage(passage.text)).toLowerCase().startsWith(language)) ??
    passages[0]
  );
}

const courtesy = (text: string): DraftSentence => ({
  text,
  sourceIds: [],
  sourceId: NO_SOURCE,
  quote: '',
  begins: NEW_PARAGRAPH,
});

const cited = ({ text, quote }: Copied, index: number, sourceIds: string[]): DraftSentence => ({
  text,
  sourceIds,
  sourceId: new OneOf(...sourceIds),
  quote,
  begins: index === 0 ? NEW_PARAGRAPH : SAME_LINE,
});

/** A polite reply that copies what the best passage says; a question where there is none or where one is asked for. */
export function composeDraft(prompt: Prompt, sentiment: Reading['sentiment'], marks: 'inline' | 'apart'): DraftReply {
  const phrases = PHRASES[prompt.language];
  const passage = prompt.clarify ? undefined : bestPassage(prompt);
  const copied = passage ? usableSentences(passage, prompt) : [];
  const sourceIds = passage && copied.length > 0 ? [passage.id] : [];
  const opening = sentiment === 'positive' ? phrases.glad : sentiment === 'neutral' ? phrases.thanks : phrases.sorry;
  const body =
    copied.length > 0 ? copied.map(({ text }) => text).join(prompt.language === 'ja' ? '' : ' ') : phrases.ask;
  const mark = marks === 'inline' && sourceIds.length > 0 ? ` [${sourceIds[0]}]` : '';
  const beginning = prompt.bare ? [opening] : [phrases.greeting, opening];
  const ending = [...(copied.length > 0 ? [phrases.offer] : []), ...(prompt.bare ? [] : [phrases.closing])];
  const said = copied.map((one, index) => cited(one, index, sourceIds));
  return {
    text: [...beginning, `${body}${mark}`, ...ending].join('\n\n'),
    sourceIds,
    sentences: [
      ...beginning.map(courtesy),
      ...(said.length > 0 ? said : [courtesy(phrases.ask)]),
      ...ending.map(courtesy),
    ],
  };
}
