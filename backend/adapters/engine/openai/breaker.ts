import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { Answer, NoAnswer } from '../../../ports/engine.ts';

const FAILURES_IN_A_ROW = 5;
const PAUSE_MS = 30_000;

/** What says that the provider or the key is in trouble, and not this one question. */
const TROUBLE: ReadonlySet<NoAnswer['reason']> = new Set([
  'timeout',
  'unreachable',
  'rate_limited',
  'unauthorized',
  'server_error',
]);

export type Breaker = {
  /** Whether a call would go out now: always while closed, once when the pause is over. */
  isClosed(): boolean;
  run<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>>;
};

/** One for each provider and key: after five failures in a row nothing is asked for a while, then one call tries again. */
export function createBreaker({ pauseMs = PAUSE_MS } = {}): Breaker {
  const policy = circuitBreaker(
    handleWhenResult((answer) => {
      const { ok, reason } = answer as Answer<unknown> & { reason?: NoAnswer['reason'] };
      return !ok && reason !== undefined && TROUBLE.has(reason);
    }),
    { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW) },
  );
  let openedAt = 0;
  policy.onBreak(() => {
    openedAt = Date.now();
  });
  const isClosed = () =>
    policy.state === CircuitState.Closed || (policy.state === CircuitState.Open && Date.now() - openedAt >= pauseMs);
  return {
    isClosed,
    // The policy would let others wait for the one that tries: they have another engine to ask.
    run: async (call) => (isClosed() ? policy.execute(call) : { ok: false, reason: 'breaker_open' }),
  };
}
