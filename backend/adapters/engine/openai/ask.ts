import OpenAI, { APIConnectionTimeoutError, APIError } from 'openai';
import { z } from 'zod';
import type { Answer, NoAnswer, Picture } from '../../../ports/engine.ts';
import { readCompletion } from './completion.ts';
import type { Prompt } from './prompt.ts';
import type { TokenLogprob } from './value-scores.ts';

const TIMEOUT_MS = 20_000;
/** Of each token: the likeliest other values begin with one of these, and each more costs its bytes at every token. */
const RIVALS = 5;

export type Question<Schema extends z.ZodType> = {
  name: string;
  model: string;
  system: Prompt;
  user: Prompt;
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

/** `signal` is the caller's, who may have given up. */
function reasonOf(error: unknown, signal: AbortSignal): NoAnswer['reason'] {
  if (error instanceof APIError && error.status !== undefined)
    return STATUS_REASONS[error.status] ?? (error.status >= 500 ? 'server_error' : 'refused');
  if (signal.aborted || error instanceof APIConnectionTimeoutError) return 'timeout';
  // The SDK parses a body only when all of it has come; whatever else it throws is the connection's fault.
  return error instanceof SyntaxError ? 'nonsense' : 'unreachable';
}

const LOGPROB_PARAMS: ReadonlySet<unknown> = new Set(['logprobs', 'top_logprobs']);
const UNKNOWN_PARAM_CODES: ReadonlySet<unknown> = new Set(['unknown_parameter', 'unsupported_parameter']);

/** An endpoint that does not name the parameter that it does not know may mean this one. */
const isAboutLogprobs = (error: unknown): boolean =>
  error instanceof APIError &&
  error.status === 400 &&
  (LOGPROB_PARAMS.has(error.param) || (!error.param && UNKNOWN_PARAM_CODES.has(error.code)));

/** Pictures in low detail: a fixed price each, and enough to read an error message. */
const userContent = ({ user, images = [] }: Pick<Question<z.ZodType>, 'user' | 'images'>) =>
  images.length === 0
    ? String(user)
    : [
        { type: 'text' as const, text: String(user) },
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
export const createClient = ({
  timeoutMs = TIMEOUT_MS,
  ...options
}: {
  apiKey: string;
  baseURL: string;
  fetch: typeof fetch;
  timeoutMs?: number;
}): OpenAI => new OpenAI({ ...options, maxRetries: 0, timeout: timeoutMs });

const requestOf = <Schema extends z.ZodType>(question: Question<Schema>) => ({
  model: question.model,
  temperature: question.temperature,
  max_tokens: question.maxTokens,
  messages: [
    { role: 'system' as const, content: String(question.system) },
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

/** `withoutLogprobs`: the endpoint takes the question, but not the wish for log-probabilities. */
export type Asked<T> = Answer<T> | (NoAnswer & { withoutLogprobs: true });

/** One strict-schema call. What a model or a network does wrong comes back as a reason, never as an exception. */
export async function ask<Schema extends z.ZodType>(
  client: OpenAI,
  question: Question<Schema>,
  signal: AbortSignal,
): Promise<Asked<Spelled<z.output<Schema>>>> {
  let body: unknown;
  try {
    body = await client.chat.completions.create(requestOf(question), { signal });
  } catch (error) {
    const withoutLogprobs = question.logprobs === true && isAboutLogprobs(error);
    return { ok: false, reason: reasonOf(error, signal), ...(withoutLogprobs && { withoutLogprobs }) };
  }
  const written = readCompletion(body, question.model);
  if (!written.ok) return written;
  const { content, tokens, usage } = written;
  const said = parseContent(content, question.shape);
  return said === null
    ? { ok: false, reason: 'nonsense', usage }
    : { ok: true, value: { said, content, tokens }, usage };
}
