import type { Answer, Engine, NoAnswer, Usage } from '../ports/engine.ts';

const WORTH_A_RETRY: ReadonlySet<NoAnswer['reason']> = new Set(['rate_limited', 'server_error', 'unreachable']);
const RETRY_MS = 400;

export type Step<T> = { engine: Engine; value: T; usage: Usage; fallbackReason: string | null };

/** Counts a call to a model against the ticket's budget; the builtin engine costs nothing. */
export type Spend = () => Promise<boolean>;

async function askOnce<T>(engine: Engine, ask: (engine: Engine) => Promise<Answer<T>>, spend: Spend) {
  const allowed = engine.name === 'builtin' || (await spend());
  return allowed ? ask(engine) : null;
}

/** Asks the engines from the top until one answers; null when none did. Why the ones above did not is kept. */
export async function climb<T>(
  engines: readonly Engine[],
  ask: (engine: Engine) => Promise<Answer<T>>,
  spend: Spend,
): Promise<Step<T> | null> {
  let fallbackReason: string | null = null;
  for (const engine of engines) {
    let answer = await askOnce(engine, ask, spend);
    if (answer && !answer.ok && WORTH_A_RETRY.has(answer.reason)) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
      answer = (await askOnce(engine, ask, spend)) ?? answer;
    }
    if (answer?.ok) return { engine, value: answer.value, usage: answer.usage, fallbackReason };
    fallbackReason = `${engine.name}: ${answer?.reason ?? 'call budget used up'}`;
  }
  return null;
}
