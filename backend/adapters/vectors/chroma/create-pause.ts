import { OutsideError } from '../../../ports/errors.ts';

const BROKEN_AFTER = 3;
const PAUSE_MS = 5_000;

/**
 * After so many calls in a row over which the connection broke, nothing is asked for a while. A collection whose files
 * are damaged can take the server down with every question: the pause is when it can be dropped.
 */
export function createPause(clock: () => number = performance.now.bind(performance)) {
  let broken = 0;
  let until = 0;
  return {
    async run<T>(call: () => Promise<T>): Promise<T> {
      if (clock() < until) throw new OutsideError('chroma', 'unreachable', 'its connection broke a moment ago');
      try {
        const value = await call();
        broken = 0;
        return value;
      } catch (error) {
        broken = error instanceof OutsideError && error.code === 'unreachable' ? broken + 1 : 0;
        if (broken >= BROKEN_AFTER) until = clock() + PAUSE_MS;
        throw error;
      }
    },
    end(): void {
      broken = 0;
      until = 0;
    },
  };
}
