import { createHash } from 'node:crypto';
import type { Embedder } from '../ports/embedder.ts';
import type { MaskedText } from '../ports/engine.ts';
import { OutsideError } from '../ports/errors.ts';
import type { KnowledgeEntry } from '../ports/knowledge.ts';

/** Unlike any other number's, so that no two items are folded into one. */
const wordsOf = (number: number, what: string): MaskedText =>
  Array.from({ length: 12 }, (_, index) =>
    createHash('sha256').update(`${what}-${number}-${index}`).digest('hex').replace(/\d/g, 'x').slice(0, 8),
  ).join(' ') as MaskedText;

export const aDistinctEntry = (number: number, version = 1): KnowledgeEntry => ({
  people: [],
  item: {
    ...{ id: `ticket:${number}`, kind: 'ticket', ticketId: String(number), url: null, resolution: null },
    ...{ title: wordsOf(number, `title-${version}`), question: wordsOf(number, `question-${version}`) },
    answer: wordsOf(number, 'answer'),
    ...{ category: 'billing', urgency: null, sentiment: null, language: 'en', resolvedAt: '2026-01-01T00:00:00.000Z' },
    ...{ resolutionHours: 4, satisfaction: null, gold: false, contentHash: `${number}-${version}` },
  },
});

export const distinctEntries = (from: number, count: number): KnowledgeEntry[] =>
  Array.from({ length: count }, (_, index) => aDistinctEntry(from + index));

/** Unit vectors that depend on the text and the embedder's id alone; refuses what `refuses` says, as an endpoint would. */
export function createScriptedEmbedder(
  id: string,
  { dimensions = 32, refuses = () => false }: { dimensions?: number; refuses?: (text: string) => boolean } = {},
): Embedder & { asked: string[] } {
  const asked: string[] = [];
  const toVector = (text: string): number[] => {
    const bytes = createHash('shake256', { outputLength: dimensions }).update(`${id} ${text}`).digest();
    const values = Array.from(bytes, (byte) => byte - 127.5);
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  return {
    id,
    dimensions,
    asked,
    embed: async (texts) => {
      if (texts.some(refuses)) throw new OutsideError('scripted', 'rejected', 'answered 400');
      asked.push(...texts);
      return texts.map(toVector);
    },
  };
}

export const textOf = ({ item: { title, question } }: KnowledgeEntry): MaskedText =>
  `${title}\n${question}` as MaskedText;
