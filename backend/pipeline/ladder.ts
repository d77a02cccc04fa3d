import type { Answer, Engine, NoAnswer, Usage } from '../ports/engine.ts';
import type { SpendOutcome } from '../ports/store.ts';

const WORTH_A_RETRY: ReadonlySet<NoAnswer['reason']> = new Set(['rate_limited', 'server_error', 'unreachable']);
const RETRY_MS = 400;
/** Of the ticket's four, so that a classification that fails leaves calls for the draft. */
const CALLS_A_STAGE = 2;

/** A rung that was tried, and what it said. */
export type Tried = { engine: string; outcome: 'answered' | NoAnswer['reason'] | 'calls_used_up' | 'budget_used_up' };

export type Step<T> = { engine: Engine; value: T; usage: Usage };

export type Climbing = {
  engines: readonly Engine[];
  /** Counts a call to a model against the ticket's and the account's budgets. */
  spend: () => Promise<SpendOutcome>;
  /** Notes what an answer has used, to be booked later. */
  note: (usage: Usage, engine: Engine) => void;
  signal: AbortSignal;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Outcome<T> = Answer<T> | { ok: false; reason: 'calls_used_up' | 'budget_used_up' };

/** Asks the engines from the top until one answers; `step` is null when none did. What each said is in `tried`. */
export async function climb<T>(
  { engines, spend, note, signal }: Climbing,
  ask: (engine: Engine, signal: AbortSignal) => Promise<Answer<T>>,
): Promise<{ step: Step<T> | null; tried: Tried[] }> {
  const tried: Tried[] = [];
  let calls = 0;
  const askOnce = async (engine: Engine): Promise<Outcome<T>> => {
    if (signal.aborted) return { ok: false, reason: 'timeout' };
    if (!engine.available()) return { ok: false, reason: 'breaker_open' };
    if (engine.metered) {
      const spent = calls < CALLS_A_STAGE ? await spend() : 'calls_used_up';
      if (spent !== 'spent') return { ok: false, reason: spent };
      calls += 1;
    }
    // An engine answers with a reason; one that throws is broken, and the next one is asked all the same.
    const answer = await ask(engine, signal).catch((): NoAnswer => ({ ok: false, reason: 'crashed' }));
    if (answer.usage && engine.metered) note(answer.usage, engine);
    return answer;
  };
  for (const [at, engine] of engines.entries()) {
    let answer = await askOnce(engine);
    const another = engines[at + 1]?.metered && engines[at + 1]?.available();
    if (!answer.ok && !another && WORTH_A_RETRY.has(answer.reason as NoAnswer['reason']) && !signal.aborted) {
      await pause(RETRY_MS * (0.5 + Math.random()));
      const again = await askOnce(engine);
      if (again.ok || !['calls_used_up', 'breaker_open'].includes(again.reason)) answer = again;
    }
    tried.push({ engine: engine.id, outcome: answer.ok ? 'answered' : answer.reason });
    if (answer.ok) return { step: { engine, value: answer.value, usage: answer.usage }, tried };
  }
  return { step: null, tried };
}

/** Why the engines above the one that answered did not, for people. */
export const describeFailures = (tried: readonly Tried[]): string | null => {
  const failed = tried.filter(({ outcome }) => outcome !== 'answered');
  return failed.length === 0
    ? null
    : failed
        .map(({ engine, outcome }) => `${engine}: ${outcome}`)
        .join(', ')
        .slice(0, 200);
};

/** What passes by itself, so that asking again later is worth it. */
const PASSES: ReadonlySet<Tried['outcome']> = new Set([
  ...WORTH_A_RETRY,
  'timeout',
  'unauthorized',
  'breaker_open',
  'crashed',
]);

/** Whether a model should have answered, and only its being down for a while kept it from doing so. */
export function isDegraded(tried: readonly Tried[], engines: readonly Engine[]): boolean {
  const metered = new Set(engines.filter((engine) => engine.metered).map(({ id }) => id));
  const ofModels = tried.filter(({ engine }) => metered.has(engine));
  return ofModels.some(({ outcome }) => PASSES.has(outcome)) && ofModels.every(({ outcome }) => outcome !== 'answered');
}
