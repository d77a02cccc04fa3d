import { chatTokens, countChatTokens, textOf } from '../tokens.ts';

/** Of the tokens that an answer may have, what is left for words; the rest are the names and signs of JSON. */
const FOR_WORDS = 0.75;
/** About how many free texts a schema has. */
const TEXTS = 4;
/** The names and signs around one sentence. */
const FRAME = 40;

/** A text that can stand in every free text of an answer without breaking it off. */
export function fitted(text: string, limit: number, keep: 'start' | 'end'): string {
  const tokens = Number.isFinite(limit)
    ? Math.max(1, Math.floor((limit * FOR_WORDS) / TEXTS))
    : Number.POSITIVE_INFINITY;
  if (tokens >= text.length) return text;
  const all = chatTokens(text);
  return textOf(keep === 'start' ? all.slice(0, tokens) : all.slice(-tokens));
}

/** The first ones that an answer has tokens for. */
export function asManyAsFit<Sentence extends { text: string; quote: unknown }>(
  sentences: Sentence[],
  limit: number,
): Sentence[] {
  let left = limit * FOR_WORDS;
  const last = sentences.findIndex(({ text, quote }) => {
    left -= countChatTokens(JSON.stringify([text, quote])) + FRAME;
    return left < 0;
  });
  return last < 0 ? sentences : sentences.slice(0, last);
}
