import { setTimeout as sleep } from 'node:timers/promises';
import type { OutsideError } from '../../../ports/errors.ts';
import { isOutOfQuota, toOutside } from './to-outside.ts';

const ATTEMPTS = 4;
const FIRST_PAUSE_SECONDS = 0.5;
/** Longer than this the caller's own queue waits better. */
const LONGEST_PAUSE_SECONDS = 20;

const pauseAfter = ({ retryAfterSeconds }: OutsideError, attempt: number): number =>
  retryAfterSeconds ?? FIRST_PAUSE_SECONDS * 2 ** attempt * (1 + Math.random());

/** Asks again for as long as that may help, at the pace that the endpoint names. Throws OutsideError. */
export async function retry<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const outside = toOutside(error);
      const pause = pauseAfter(outside, attempt);
      const hopeless = !outside.retryable || isOutOfQuota(error) || pause > LONGEST_PAUSE_SECONDS;
      if (hopeless || attempt + 1 === ATTEMPTS || signal?.aborted) throw outside;
      await sleep(pause * 1000, undefined, signal ? { signal } : {}).catch(() => {
        throw outside;
      });
    }
  }
}
