import { misbehave } from '../answer/misbehave.ts';
import { readPrompt } from '../answer/prompt.ts';
import { type Answerer, answerer } from '../answer/wishes.ts';
import type { AnswerFault } from '../faults.ts';
import { conform } from '../schema/conform.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { chatTokens, textOf } from '../tokens.ts';
import type { ChatRequest } from './request.ts';

export type Completion = {
  content: string | null;
  refusal: string | null;
  finishReason: 'stop' | 'length' | 'content_filter';
  /** The content's tokens, each as its bytes. */
  tokens: Uint8Array[];
  completionTokens: number;
  answerer: Answerer;
};

const REFUSAL = "I'm sorry, I can't assist with that request.";
const GARBAGE = 'Sure! Here is what you asked for -> {category: billing,, "urgency": P1 \u0000 ]]';
const ANY_OBJECT: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(
    ['category', 'urgency', 'sentiment', 'summary', 'reply'].map((name) => [name, { type: 'string' }]),
  ),
};

export function schemaOf({ response_format: format }: ChatRequest): JsonSchema | null {
  if (format?.type === 'json_schema') return format.json_schema.schema;
  return format?.type === 'json_object' ? ANY_OBJECT : null;
}

function plainAnswer(fault: AnswerFault | null, whole: string, { reading, draft }: Answerer): string {
  if (fault === 'echo' || fault === 'obey') return whole;
  if (fault === 'nonsense') return '…';
  if (draft.sourceIds.length > 0) return draft.text;
  return `This is the sandbox stand-in, not a model. It read: ${reading.summary}`;
}

/** Stop sequences first, then the limit of tokens; the `truncate` fault halves what is left. */
function cut(
  text: string,
  request: ChatRequest,
  fault: AnswerFault | null,
): { tokens: Uint8Array[]; cutShort: boolean } {
  const stops = [request.stop ?? []]
    .flat()
    .map((stop) => text.indexOf(stop))
    .filter((index) => index >= 0);
  const all = chatTokens(text.slice(0, Math.min(text.length, ...stops)));
  const limit = request.max_completion_tokens ?? request.max_tokens ?? all.length;
  const allowed = fault === 'truncate' ? Math.min(limit, Math.floor(all.length / 2)) : limit;
  return { tokens: all.slice(0, allowed), cutShort: allowed < all.length };
}

export function complete(request: ChatRequest, fault: AnswerFault | null): Completion {
  const prompt = readPrompt(request);
  const schema = schemaOf(request);
  const honest = answerer(prompt, schema ?? {});
  const nothing = { content: null, refusal: null, tokens: [], answerer: honest };
  if (fault === 'refuse')
    return { ...nothing, refusal: REFUSAL, finishReason: 'stop', completionTokens: chatTokens(REFUSAL).length };
  if (fault === 'content_filter') return { ...nothing, finishReason: 'content_filter', completionTokens: 0 };
  const wish = misbehave(fault, prompt, honest.wish);
  const whole = schema ? JSON.stringify(conform(schema, wish)) : plainAnswer(fault, prompt.whole, honest);
  const { tokens, cutShort } = cut(fault === 'garbage' ? GARBAGE : whole, request, fault);
  const finishReason = cutShort ? 'length' : 'stop';
  return {
    content: textOf(tokens),
    refusal: null,
    finishReason,
    tokens,
    completionTokens: tokens.length,
    answerer: honest,
  };
}
