import OpenAI from 'openai';
import type { Embedder } from '../../../ports/embedder.ts';
import { OutsideError } from '../../../ports/errors.ts';
import { createTurns } from './create-turns.ts';
import { cutText, toRequests } from './cut-texts.ts';
import { retry } from './retry.ts';

const TIMEOUT_MS = 20_000;
/** Requests with many texts; a ticket that waits for its one vector does not queue behind an import. */
const AT_ONCE = 4;
/** Shorter than this a text is not refused for its length. */
const SHORT = 500;

type Answer = { data?: { index?: number; embedding?: unknown }[] };

const isNumbers = (value: unknown, length: number): value is number[] =>
  Array.isArray(value) && value.length === length && value.every((one) => Number.isFinite(one));

/** Unit vectors in the order of the texts. Throws what says that the answer is of no use. */
function readVectors({ data = [] }: Answer, texts: number, dimensions: number): number[][] {
  const found = new Map(data.map(({ index, embedding }) => [index, embedding]));
  return Array.from({ length: texts }, (_, index) => {
    const embedding = found.get(index);
    const length = isNumbers(embedding, dimensions) ? Math.hypot(...embedding) : 0;
    if (!isNumbers(embedding, dimensions) || length === 0)
      throw new OutsideError('openai', 'bad_answer', 'embeddings sent other vectors than were asked for');
    return embedding.map((value) => value / length);
  });
}

const isRefused = (error: unknown): boolean => error instanceof OutsideError && error.code === 'rejected';

/** Embeddings of any OpenAI-compatible endpoint. Throws OutsideError. */
export function createOpenAiEmbedder(options: {
  apiKey: string;
  baseURL: string;
  model: string;
  dimensions: number;
  fetch: typeof fetch;
}): Embedder {
  const { model, dimensions } = options;
  const client = new OpenAI({ ...options, maxRetries: 0, timeout: TIMEOUT_MS });
  const inTurn = createTurns(AT_ONCE);
  const ask = (input: string[], signal?: AbortSignal): Promise<number[][]> =>
    retry(async () => {
      const answer: Answer = await client.embeddings.create({ model, dimensions, input }, signal ? { signal } : {});
      return readVectors(answer, input.length, dimensions);
    }, signal);
  /** Another endpoint's model may read less than OpenAI's: then the start of the text has to do. */
  const askShorter = (text: string, signal?: AbortSignal): Promise<number[][]> =>
    ask([text], signal).catch((error) => {
      if (!isRefused(error) || text.length < SHORT) throw error;
      return askShorter(text.slice(0, text.length >> 1).toWellFormed(), signal);
    });
  return {
    id: `openai-${model}-${dimensions}`,
    dimensions,
    async embed(texts, signal) {
      const [first = ' ', ...others] = texts.map(cutText);
      if (others.length === 0) return texts.length === 0 ? [] : askShorter(first, signal);
      const asked = await Promise.allSettled(
        toRequests([first, ...others]).map((input) => inTurn(() => ask(input, signal))),
      );
      return asked.flatMap((each) => {
        if (each.status === 'rejected') throw each.reason;
        return each.value;
      });
    },
  };
}
