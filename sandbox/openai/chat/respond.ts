import { randomBytes } from 'node:crypto';
import type { Usage } from '../calls.ts';
import type { Completion } from './complete.ts';
import { logprobsOf } from './logprobs.ts';
import type { ChatRequest } from './request.ts';

export type ChatUsage = Required<Usage>;

export function usageOf(promptTokens: number, { completionTokens }: Completion): ChatUsage {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

const header = (request: ChatRequest) => ({
  id: `chatcmpl-${randomBytes(12).toString('hex')}`,
  created: Math.floor(Date.now() / 1000),
  model: request.model,
  service_tier: 'default',
  system_fingerprint: 'sandbox',
});

export function completionBody(request: ChatRequest, completion: Completion, usage: ChatUsage) {
  const details = {
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
  const choice = {
    index: 0,
    message: { role: 'assistant', content: completion.content, refusal: completion.refusal, annotations: [] },
    logprobs: request.logprobs ? logprobsOf(completion, request.top_logprobs ?? 0) : null,
    finish_reason: completion.finishReason,
  };
  return { ...header(request), object: 'chat.completion', choices: [choice], usage: { ...usage, ...details } };
}

/** The same answer as server-sent events, a token each. */
export function* completionEvents(request: ChatRequest, completion: Completion, usage: ChatUsage): Generator<string> {
  const withUsage = request.stream_options?.include_usage === true;
  const head = { ...header(request), object: 'chat.completion.chunk', ...(withUsage && { usage: null }) };
  const logprobs = request.logprobs ? logprobsOf(completion, request.top_logprobs ?? 0).content : [];
  const event = (body: object) => `data: ${JSON.stringify({ ...head, ...body })}\n\n`;
  const chunk = (delta: object, finish: string | null = null, logprob?: object) =>
    event({
      choices: [
        { index: 0, delta, logprobs: logprob ? { content: [logprob], refusal: null } : null, finish_reason: finish },
      ],
    });
  const decoder = new TextDecoder();
  yield chunk({ role: 'assistant', content: completion.refusal === null ? '' : null, refusal: completion.refusal });
  for (const [index, token] of completion.tokens.entries())
    yield chunk({ content: decoder.decode(token, { stream: true }) }, null, logprobs[index]);
  yield chunk({}, completion.finishReason);
  if (withUsage) yield event({ choices: [], usage });
  yield 'data: [DONE]\n\n';
}
