import OpenAI, { APIError } from 'openai';
import pRetry from 'p-retry';
import type { Embedder } from '../../../ports/embedder.ts';
import { OutsideError } from '../../../ports/errors.ts';

const TIMEOUT_MS = 20_000;
const BATCH = 128;

const toOutside = (error: unknown): OutsideError => {
  const status = error instanceof APIError ? error.status : undefined;
  if (status === undefined) return new OutsideError('openai', 'unreachable', 'embeddings did not answer');
  if (status === 401 || status === 403) return new OutsideError('openai', 'unauthorized', 'embeddings refused the key');
  const code = status === 429 ? 'rate_limited' : status >= 500 ? 'server_error' : 'rejected';
  return new OutsideError('openai', code, `embeddings answered ${status}`);
};

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
  const embedBatch = (input: string[], signal?: AbortSignal): Promise<number[][]> =>
    pRetry(
      async () => {
        const answer = await client.embeddings
          .create({ model, dimensions, input }, signal ? { signal } : {})
          .catch((error) => {
            throw toOutside(error);
          });
        return answer.data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding);
      },
      { retries: 1, minTimeout: 500, shouldRetry: ({ error }) => error instanceof OutsideError && error.retryable },
    );
  return {
    id: `openai-${model}-${dimensions}`,
    dimensions,
    async embed(texts, signal) {
      const vectors: number[][] = [];
      for (let start = 0; start < texts.length; start += BATCH) {
        const batch = texts.slice(start, start + BATCH).map((text) => text || ' ');
        vectors.push(...(await embedBatch(batch, signal)));
      }
      return vectors;
    },
  };
}
