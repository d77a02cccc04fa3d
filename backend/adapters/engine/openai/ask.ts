import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { z } from 'zod';
import type { Answer, NoAnswer, Picture } from '../../../ports/engine.ts';

const TIMEOUT_MS = 20_000;

export type Question<Schema extends z.ZodType> = {
  name: string;
  model: string;
  system: string;
  user: string;
  images?: readonly Picture[];
  temperature: number;
  maxTokens: number;
  shape: Schema;
};

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

function parseContent<Schema extends z.ZodType>(content: string | null, shape: Schema): z.output<Schema> | null {
  try {
    return shape.parse(JSON.parse(content ?? ''));
  } catch {
    return null;
  }
}

/** A client whose only retry loop is ours: the SDK's own would multiply with it. */
export const createClient = (options: { apiKey: string; baseURL: string; fetch: typeof fetch }): OpenAI =>
  new OpenAI({ ...options, maxRetries: 0, timeout: TIMEOUT_MS });

/** One strict-schema call. What a model or a network does wrong comes back as a reason, never as an exception. */
export async function ask<Schema extends z.ZodType>(
  client: OpenAI,
  question: Question<Schema>,
  signal: AbortSignal,
): Promise<Answer<z.output<Schema>>> {
  try {
    const completion = await client.chat.completions.create(
      {
        model: question.model,
        temperature: question.temperature,
        max_tokens: question.maxTokens,
        messages: [
          { role: 'system', content: question.system },
          { role: 'user', content: userContent(question) },
        ],
        response_format: {
          type: 'json_schema',
          json_schema: {
            name: question.name,
            strict: true,
            schema: z.toJSONSchema(question.shape, { target: 'draft-7' }),
          },
        },
      },
      { signal },
    );
    const choice = completion.choices[0];
    if (choice?.message.refusal) return { ok: false, reason: 'refused' };
    if (choice?.finish_reason === 'length') return { ok: false, reason: 'truncated' };
    if (choice?.finish_reason === 'content_filter') return { ok: false, reason: 'filtered' };
    const value = parseContent(choice?.message.content ?? null, question.shape);
    if (value === null) return { ok: false, reason: 'nonsense' };
    const usage = {
      model: completion.model,
      promptTokens: completion.usage?.prompt_tokens ?? 0,
      completionTokens: completion.usage?.completion_tokens ?? 0,
    };
    return { ok: true, value, usage };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
