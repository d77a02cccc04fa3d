import type { Triage } from '../../backend/contract/triage.ts';
import { ApiError } from './api-error.ts';
import type { Backend } from './client.ts';
import type { Clock } from './clock.ts';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 2000;
const GROWTH = 1.5;
const GIVE_UP_MS = 60_000;
/** One lost poll must not blank the screen. */
const FAILURES_BORNE = 2;

export const isFinal = ({ status }: Triage) => status !== 'running' && status !== 'drafting';

/** Yields the triage whenever it has grown, until it is final; throws after a minute or three failures in a row. */
export async function* followTriage(backend: Backend, first: Triage, clock: Clock): AsyncGenerator<Triage> {
  let triage = first;
  let pause = FIRST_WAIT_MS;
  let failures = 0;
  yield triage;
  for (let waited = 0; !isFinal(triage); waited += pause, pause = Math.min(pause * GROWTH, LONGEST_WAIT_MS)) {
    if (waited >= GIVE_UP_MS) throw new ApiError('timeout', 'The triage was not ready after a minute');
    await clock.wait(pause);
    try {
      triage = await backend.readTriage(triage.id);
      failures = 0;
      yield triage;
    } catch (failure) {
      failures += 1;
      if (failures > FAILURES_BORNE) throw failure;
    }
  }
}
