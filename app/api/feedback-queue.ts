import type { FeedbackEvent } from '../../backend/contract/feedback.ts';
import type { Backend } from './client.ts';
import type { Clock } from './clock.ts';

type Told = FeedbackEvent extends infer E ? (E extends unknown ? Omit<E, 'id' | 'at' | 'agentId'> : never) : never;
export type Tell = (triageId: string, event: Told) => void;

const RETRY_MS = 2000;

/** Sends in order, once more after a failure, then lets go: an agent never waits for our statistics. */
export function feedbackQueue(backend: Backend, agentId: string | null, clock: Clock): Tell {
  let line = Promise.resolve();
  return (triageId, told) => {
    const event = {
      ...told,
      id: crypto.randomUUID(),
      at: new Date(clock.now()).toISOString(),
      agentId,
    } as FeedbackEvent;
    const send = () => backend.sendFeedback(triageId, event);
    const again = () => clock.wait(RETRY_MS).then(send);
    line = line
      .then(send)
      .catch(again)
      .catch(() => undefined);
  };
}
