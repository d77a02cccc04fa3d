import { createBreaker, createOpenAiEngine } from '../create-openai-engine.ts';
import type { TokenLogprob } from '../value-scores.ts';

export type Sent = { logprobs?: boolean; top_logprobs?: number; messages: { content: string }[] };

export const fields = (over: object = {}) => ({
  category: 'billing',
  urgency: 'P3',
  sentiment: 'neutral',
  secondary: '(none)',
  subcategory: '(none)',
  escalation_risk: false,
  confidence: 0.9,
  evidence: ['charged twice'],
  summary: 'Charged twice.',
  ...over,
});

export const completion = (content: string, over: object = {}, tokens: TokenLogprob[] | null = null) => ({
  model: 'gpt-4o-mini',
  choices: [{ finish_reason: 'stop', message: { content, refusal: null }, logprobs: tokens && { content: tokens } }],
  usage: { prompt_tokens: 10, completion_tokens: 5 },
  ...over,
});

/** An engine whose endpoint answers as told, and what that was sent; the stand-in is too well-behaved for some answers. */
export function scriptedEndpoint(answer: (sent: Sent) => { status?: number; body: unknown }) {
  const sent: Sent[] = [];
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const request: Sent = JSON.parse(String(init?.body));
    sent.push(request);
    const { status = 200, body } = answer(request);
    return Response.json(body, { status });
  };
  const breaker = createBreaker();
  const options = { apiKey: 'sk-sandbox', baseURL: 'http://127.0.0.1:1/v1', model: 'gpt-4o-mini', fetch, breaker };
  return { engine: createOpenAiEngine(options), breaker, sent };
}
