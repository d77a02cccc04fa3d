import { type Breaker, createOpenAiEngine } from '../backend/adapters/engine/openai/create-openai-engine.ts';
import type { Engine } from '../backend/ports/engine.ts';
import { EvalFailure } from './failure.ts';
import type { ModelAccess } from './options.ts';

/** A measurement asks about every row, however the ones before it went. */
const NEVER_OPENS: Breaker = { isClosed: () => true, run: (call) => call() };

export function createOutsideEngine(access: ModelAccess | undefined): Engine {
  if (!access?.apiKey) throw new EvalFailure('--engine openai needs OPENAI_API_KEY in the environment');
  const { apiKey, baseURL, model } = access;
  return createOpenAiEngine({ apiKey, baseURL, model, fetch, breaker: NEVER_OPENS });
}
