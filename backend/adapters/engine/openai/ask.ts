import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { z } from 'zod';
import type { Answer, NoAnswer, Picture, Usage } from '../../../ports/engine.ts';
import type { TokenLogprob } from './value-scores.ts';

const TIMEOUT_MS = 20_000;
/** Of each token; an enum has few values that begin differently. */
const RIVALS = 10;

export type Question<Schema extends z.ZodType> = {
  name: string;
  model: string;
  system: string;
  user: string;
  images?: readonly Picture[];
  temperature: number;
  maxTokens: number;
  shape: Schema;
  /** Whether to ask for each token's likeliest rivals. */
  logprobs?: boolean;
};

/** An answer as it was spelled, with its tokens when they were asked for and the provider gives them. */
export type Spelled<T> = { said: T; content: string; tokens: TokenLogprob[] };

const STATUS_REASONS: Record<number, NoAnswer['reason']> = {
  401: 'unauthorized',
  403: 'unauthorized',
  408: 'timeout',
  429: 'rate_limited',
};

const reasonOf = (error: unknown): NoAnswer['reason'] => {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return 'timeout';
  if (error instanceof APIConnectionError) return 'unreachable';
  if (!(error instanceof APIError) || error.status === undefined) return 'nonsense';
  return STATUS_REASONS[error.status] ?? (error.status >= 500 ? 'server_error' : 'refused');
};

/** Pictures in low detail: a fixed price each, and enough to read an error message. */
const userContent = ({ user, images = [] }: Pick<Question<z.ZodType>, 'user' | 'images'>) =>
  images.length === 0
    ? user
    : [
        { type: 'text' as const, text: user },
        ...images.map(({ mime, base64 }) => ({
          type: 'image_url' as const,
          image_url: { url: `data:${mime};base64,${base64}`, detail: 'low' as const },
        })),
      ];

function parseContent<Schema extends z.ZodType>(content: string, shape: Schema): z.output<Schema> | null {
  try {
    return shape.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

/** A client whose only retry loop is ours: the SDK's own would multiply with it. */
export const createClient = (options: { apiKey: string; baseURL: string; fetch: typeof fetch }): OpenAI =>
  new OpenAI({ ...options, maxRetries: 0, timeout: TIMEOUT_MS });

const usageOf = ({ model, usage }: OpenAI.ChatCompletion): Usage => ({
  model,
  promptTokens: usage?.prompt_tokens ?? 0,
  cachedTokens: usage?.prompt_tokens_details?.cached_tokens ?? 0,
  completionTokens: usage?.completion_tokens ?? 0,
});

const requestOf = <Schema extends z.ZodType>(question: Question<Schema>) => ({
  model: question.model,
  temperature: question.temperature,
  max_tokens: question.maxTokens,
  messages: [
    { role: 'system' as const, content: question.system },
    { role: 'user' as const, content: userContent(question) },
  ],
  response_format: {
    type: 'json_schema' as const,
    json_schema: {
      name: question.name,
      strict: true,
      schema: z.toJSONSchema(question.shape, { target: 'draft-7' }),
    },
  },
  ...(question.logprobs && { logprobs: true, top_logprobs: RIVALS }),
});

/** One strict-schema call. What a model or a network does wrong comes back as a reason, never as an exception. */
export async function ask<Schema extends z.ZodType>(
  client: OpenAI,
  question: Question<Schema>,
  signal: AbortSignal,
): Promise<Answer<Spelled<z.output<Schema>>>> {
  try {
    const completion = await client.chat.completions.create(requestOf(question), { signal });
    const usage = usageOf(completion);
    const fail = (reason: NoAnswer['reason']): NoAnswer => ({ ok: false, reason, usage });
    const choice = completion.choices[0];
    if (choice?.message.refusal) return fail('refused');
    if (choice?.finish_reason === 'length') return fail('truncated');
    if (choice?.finish_reason === 'content_filter') return fail('filtered');
    const content = choice?.message.content ?? '';
    const said = parseContent(content, question.shape);
    if (said === null) return fail('nonsense');
    return { ok: true, value: { said, content, tokens: choice?.logprobs?.content ?? [] }, usage };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
