import type { Reading } from './classify.ts';
import { detectLanguage } from './language.ts';
import type { Passage } from './passages.ts';
import { PHRASES } from './phrases.ts';
import type { Prompt } from './prompt.ts';

export type DraftReply = {
  text: string;
  sourceIds: string[];
  /** The reply in pieces, each with what it rests on. */
  sentences: { text: string; sourceIds: string[] }[];
};

const MOST_SENTENCES = 5;
const PLACEHOLDER = /\[[A-Z_]+_?\d+\]/;

function usableSentences(passage: Passage, { language }: Prompt): string[] {
  const { noise, salutation } = PHRASES[language];
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(passage.text.slice(0, 4000));
  return [...segments]
    .map(({ segment }) => segment.replace(/\s+/g, ' ').trim())
    .map((sentence) => sentence.replace(salutation, ''))
    .map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1))
    .filter(
      (sentence) =>
        sentence.length > (language === 'ja' ? 6 : 15) && !noise.test(sentence) && !PLACEHOLDER.test(sentence),
    )
    .slice(0, MOST_SENTENCES);
}

/** The first passage in the language of the reply; else simply the first. */
function bestPassage({ passages, language }: Prompt): Passage | undefined {
  return (
    passages.find((passage) => (passage.language ?? detectLanguage(passage.text)).toLowerCase().startsWith(language)) ??
    passages[0]
  );
}

/** A polite reply that copies what the best passage says; a question where there is none or where one is asked for. */
export function composeDraft(prompt: Prompt, sentiment: Reading['sentiment'], marks: 'inline' | 'apart'): DraftReply {
  const phrases = PHRASES[prompt.language];
  const passage = prompt.clarify ? undefined : bestPassage(prompt);
  const copied = passage ? usableSentences(passage, prompt) : [];
  const sourceIds = passage && copied.length > 0 ? [passage.id] : [];
  const opening = sentiment === 'positive' ? phrases.glad : sentiment === 'neutral' ? phrases.thanks : phrases.sorry;
  const body = copied.length > 0 ? copied.join(prompt.language === 'ja' ? '' : ' ') : phrases.ask;
  const mark = marks === 'inline' && sourceIds.length > 0 ? ` [${sourceIds[0]}]` : '';
  const ending = copied.length > 0 ? [phrases.offer, phrases.closing] : [phrases.closing];
  return {
    text: [phrases.greeting, opening, `${body}${mark}`, ...ending].join('\n\n'),
    sourceIds,
    sentences: [
      { text: `${phrases.greeting} ${opening}`, sourceIds: [] },
      ...(copied.length > 0 ? copied : [phrases.ask]).map((text) => ({ text, sourceIds })),
      { text: ending.join(' '), sourceIds: [] },
    ],
  };
}
