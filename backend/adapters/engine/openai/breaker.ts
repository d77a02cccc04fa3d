import { CircuitState, CountBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { Answer, NoAnswer } from '../../../ports/engine.ts';

/** Nine in ten of the last twenty calls, or of the first five: a provider that answers every second call is worth asking. */
const DOWN = { threshold: 0.9, size: 20, minimumNumberOfCalls: 5 };
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
  /** `signal` is the caller's own: a call that it cut off says nothing of the provider. */
  run<A extends Answer<unknown>>(call: () => Promise<A>, signal: AbortSignal): Promise<A | NoAnswer>;
};

/** Carries an answer past the policy, which then counts it neither way. */
class Uncounted<A> {
  readonly answer: A;
  constructor(answer: A) {
    this.answer = answer;
  }
}

/** One for each provider and key: when nearly all of the last calls failed nothing is asked for a while, then one call tries again. */
export function createBreaker({ pauseMs = PAUSE_MS } = {}): Breaker {
  const policy = circuitBreaker(
    handleWhenResult((answer) => {
      const { ok, reason } = answer as Answer<unknown> & { reason?: NoAnswer['reason'] };
      return !ok && reason !== undefined && TROUBLE.has(reason);
    }),
    { halfOpenAfter: pauseMs, breaker: new CountBreaker(DOWN) },
  );
  let openedAt = 0;
  policy.onBreak(() => {
    openedAt = Date.now();
  });
  const isClosed = () =>
    policy.state === CircuitState.Closed || (policy.state === CircuitState.Open && Date.now() - openedAt >= pauseMs);
  return {
    isClosed,
    async run(call, signal) {
      // The policy would let others wait for the one that tries: they have another engine to ask.
      if (!isClosed()) return { ok: false, reason: 'breaker_open' };
      const tries = policy.state !== CircuitState.Closed;
      const counted = async () => {
        const answer = await call();
        // The one that tries has to prove something: cut off, it leaves the breaker open.
        if (!tries && !answer.ok && answer.reason === 'timeout' && signal.aborted) throw new Uncounted(answer);
        return answer;
      };
      return policy.execute(counted).catch((thrown: unknown) => {
        if (thrown instanceof Uncounted) return thrown.answer;
        throw thrown;
      });
    },
  };
}
