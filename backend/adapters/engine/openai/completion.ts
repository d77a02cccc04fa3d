import { z } from 'zod';
import type { NoAnswer, Usage } from '../../../ports/engine.ts';
import type { TokenLogprob } from './value-scores.ts';

const MODEL_LENGTH = 120;
const PRINTABLE = /^[\x20-\x7e]+$/;

const bytes = z.array(z.int().min(0).max(255)).nullish().catch(null);
/** Rounding can make a certain token's a little more than 0. */
const logprob = z.number().transform((given) => Math.min(0, given));
const token = z.object({ token: z.string(), logprob, bytes });
const tokens = z.array(token.extend({ top_logprobs: z.array(token).nullish() }));

const anything = z.unknown().optional();

/** What is read of a completion. Providers differ in the rest, and an oddity there costs no answer. */
const completionShape = z.object({
  choices: z.array(
    z.object({
      finish_reason: anything,
      message: z.object({ content: z.string().nullish().catch(null), refusal: anything }),
      logprobs: z.object({ content: tokens.nullish() }).nullish().catch(null),
    }),
  ),
  model: anything,
  usage: anything,
});

const usageShape = z.object({
  prompt_tokens: anything,
  completion_tokens: anything,
  prompt_tokens_details: z.object({ cached_tokens: anything }).nullish().catch(null),
});

const countOf = (given: unknown): number => {
  const count = typeof given === 'number' ? Math.round(given) : 0;
  return Number.isSafeInteger(count) ? Math.max(0, count) : 0;
};

const modelOf = (given: unknown, configured: string): string => {
  const name = typeof given === 'string' ? given.trim() : '';
  return (PRINTABLE.test(name) ? name : configured).slice(0, MODEL_LENGTH);
};

function usageOf(given: unknown, model: string): Usage {
  const usage = usageShape.safeParse(given).data;
  const promptTokens = countOf(usage?.prompt_tokens);
  return {
    model,
    promptTokens,
    cachedTokens: Math.min(promptTokens, countOf(usage?.prompt_tokens_details?.cached_tokens)),
    completionTokens: countOf(usage?.completion_tokens),
  };
}

const FINISHES: Record<string, NoAnswer['reason']> = { length: 'truncated', content_filter: 'filtered' };

/** What was written, with its tokens when the provider gives them; or why nothing of use was. */
export type Written =
  | { ok: true; content: string; tokens: TokenLogprob[]; usage: Usage }
  | { ok: false; reason: NoAnswer['reason']; usage?: Usage };

/** Reads a body that came with status 200, whatever it is. */
export function readCompletion(body: unknown, configured: string): Written {
  const completion = completionShape.safeParse(body).data;
  if (!completion) return { ok: false, reason: 'nonsense' };
  const usage = usageOf(completion.usage, modelOf(completion.model, configured));
  const [choice] = completion.choices;
  if (!choice) return { ok: false, reason: 'nonsense', usage };
  if (choice.message.refusal) return { ok: false, reason: 'refused', usage };
  const unfinished = typeof choice.finish_reason === 'string' ? FINISHES[choice.finish_reason] : undefined;
  if (unfinished) return { ok: false, reason: unfinished, usage };
  const written = (choice.logprobs?.content ?? []).map((one) => ({ ...one, top_logprobs: one.top_logprobs ?? [] }));
  return { ok: true, content: choice.message.content ?? '', tokens: written, usage };
}
