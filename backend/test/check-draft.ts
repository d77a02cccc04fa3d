import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import type { DraftPart, Source } from '../contract/triage.ts';
import { checkDraft, type DraftToCheck } from '../pipeline/check-draft/check-draft.ts';
import type { MaskedText, Passage, RawSentence } from '../ports/engine.ts';

const masker = createMasker();

export const aPassage = (over: Partial<Source> & { answer: string }): Passage => {
  const { answer, ...source } = over;
  return {
    source: {
      id: 'article:1',
      kind: 'article',
      title: '',
      url: null,
      ticketId: null,
      language: 'en',
      category: null,
      score: 1,
      gold: false,
      resolvedAt: null,
      resolutionHours: null,
      resolution: null,
      copies: 1,
      standing: 'current',
      ...source,
    },
    question: '' as MaskedText,
    answer: answer as MaskedText,
  };
};

type Over = Partial<Omit<DraftToCheck, 'sentences'>>;

export const checkSentences = (sentences: RawSentence[], over: Over = {}): DraftPart[] =>
  checkDraft(
    {
      sentences,
      language: 'en',
      passages: [],
      policy: [],
      products: [],
      own: { vault: {}, emails: [], policy: { keep: [], regions: [] } },
      ...over,
    },
    masker,
  );

/** Why one sentence is struck that cites this passage, quoting its beginning; null when it stays. */
export const strike = (text: string, passage: Passage | null, over: Over = {}) => {
  const quote = passage?.answer.slice(0, 24) ?? null;
  const sentence = { text, sourceId: passage?.source.id ?? null, quote };
  return checkSentences([sentence], { passages: passage ? [passage] : [], ...over })[0]?.struck;
};
