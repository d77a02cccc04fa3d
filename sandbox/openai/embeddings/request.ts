import { z } from 'zod';
import { ApiError, invalidRequest } from '../api-error.ts';
import { type EmbeddingModel, embeddingModel } from '../models.ts';
import { requestError } from '../request-errors.ts';
import { countEmbeddingTokens, embeddingTokensToText } from '../tokens.ts';

const MAX_INPUTS = 2048;
const MAX_TOKENS_PER_INPUT = 8191;
const MAX_TOKENS_PER_REQUEST = 300_000;

const tokens = z.array(z.int().min(0).max(100_276)).min(1);
const embeddingRequest = z.strictObject({
  model: z.string(),
  input: z.union([
    z.string(),
    z.array(z.string()).min(1).max(MAX_INPUTS),
    tokens,
    z.array(tokens).min(1).max(MAX_INPUTS),
  ]),
  dimensions: z.int().min(1).nullish(),
  encoding_format: z.enum(['float', 'base64']).nullish(),
  user: z.string().optional(),
});

export type EmbeddingRequest = z.infer<typeof embeddingRequest>;
export type EmbeddingJob = { model: EmbeddingModel; dimensions: number; texts: string[]; promptTokens: number };

export function parseEmbeddingRequest(body: unknown): EmbeddingRequest {
  const parsed = embeddingRequest.safeParse(body);
  if (!parsed.success) throw requestError(parsed.error, body);
  return parsed.data;
}

type Counted = { text: string; count: number };

function inputsOf(input: EmbeddingRequest['input']): Counted[] {
  const list: (string | number[])[] =
    typeof input === 'string'
      ? [input]
      : typeof input[0] === 'number'
        ? [input as number[]]
        : (input as string[] | number[][]);
  return list.map((one) =>
    typeof one === 'string'
      ? { text: one, count: countEmbeddingTokens(one) }
      : { text: embeddingTokensToText(one), count: one.length },
  );
}

function checkSizes(inputs: Counted[]): number {
  if (inputs.some(({ text }) => text === ''))
    throw invalidRequest("'$.input' is invalid: an input must not be an empty string.", 'input');
  const long = inputs.find(({ count }) => count > MAX_TOKENS_PER_INPUT);
  if (long) {
    throw invalidRequest(
      `This model's maximum context length is 8192 tokens, however you requested ${long.count} tokens (${long.count} in your prompt; 0 for the completion). Please reduce your prompt; or completion length.`,
    );
  }
  const total = inputs.reduce((sum, { count }) => sum + count, 0);
  if (total <= MAX_TOKENS_PER_REQUEST) return total;
  const message = `Requested ${total} tokens, max ${MAX_TOKENS_PER_REQUEST} tokens per request`;
  throw new ApiError(400, message, { type: 'max_tokens_per_request', code: 'max_tokens_per_request' });
}

export function checkEmbeddingRequest(request: EmbeddingRequest): EmbeddingJob {
  const model = embeddingModel(request.model);
  const dimensions = request.dimensions ?? model.dimensions;
  if (dimensions > model.dimensions) {
    throw invalidRequest(
      `Invalid value for 'dimensions' = ${dimensions}. Must be less than or equal to ${model.dimensions}.`,
      'dimensions',
    );
  }
  const inputs = inputsOf(request.input);
  return { model, dimensions, texts: inputs.map(({ text }) => text), promptTokens: checkSizes(inputs) };
}
