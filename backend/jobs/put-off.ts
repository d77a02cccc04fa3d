import { OutsideError } from '../ports/errors.ts';
import { type Job, type JobName, type JobPayloads, keyOf, type Queue } from '../ports/queue.ts';
import type { UpdateBudgetStore } from '../ports/update-budget.ts';

/** When the other side names no time: long enough for a rate limit's minute to pass in a few steps. */
const PUT_OFF_SECONDS = 20;
/** The helpdesk lets us in again when a person has acted, which takes them a while. */
const SHUT_OUT_SECONDS = 300;
/** After so many times it is this ticket that the helpdesk cannot serve, if it served another one of the account lately. */
const PATIENCE = 20;
const LATELY_MS = 60_000;

type Run<Name extends JobName> = (job: Job<Name>) => Promise<string>;
type Parts = { queue: Pick<Queue, 'enqueue'>; store: Pick<UpdateBudgetStore, 'readPause'> };
type Patient = { putOffs?: number };

/** Until an admin allows us again; no engine's key is theirs to mend. */
const isShutOut = ({ party, code }: OutsideError): boolean => party === 'zendesk' && code === 'unauthorized';

/**
 * Runs jobs so that what is only busy, down or shut to us is put off for as long as it asks, which costs no attempt and loses nothing.
 * A ticket at which the helpdesk fails again and again while it serves others is given up like any other failure.
 */
export function createPutOff({ queue, store }: Parts) {
  const servedAt = new Map<string, number>();

  /** When a helpdesk has asked one of its account's jobs to wait, the others do not ask again before that is over. */
  const waitIfPaused = async ({ payload }: Job<JobName>): Promise<void> => {
    const seconds = 'ticketId' in payload ? await store.readPause(payload.tenantId) : null;
    if (seconds !== null) throw new OutsideError('zendesk', 'rate_limited', 'the account is to be left alone', seconds);
  };

  const isHopeless = (payload: { tenantId: string } & Patient): boolean =>
    (payload.putOffs ?? 0) >= PATIENCE && Date.now() - (servedAt.get(payload.tenantId) ?? 0) < LATELY_MS;

  return async <Name extends JobName>(name: Name, job: Job<Name>, run: Run<Name>): Promise<string> => {
    const payload: JobPayloads[Name] & Patient = job.payload;
    try {
      await waitIfPaused(job);
      const outcome = await run(job);
      if ('ticketId' in payload) servedAt.set(payload.tenantId, Date.now());
      return outcome;
    } catch (error) {
      if (!(error instanceof OutsideError) || !(error.retryable || isShutOut(error))) throw error;
      const isBusy = error.code === 'rate_limited' || isShutOut(error);
      if (!isBusy && isHopeless(payload)) throw error;
      const seconds = error.retryAfterSeconds ?? (isShutOut(error) ? SHUT_OUT_SECONDS : PUT_OFF_SECONDS);
      const afterSeconds = Math.ceil(seconds + Math.random() * Math.min(seconds, PUT_OFF_SECONDS));
      const again = isBusy ? payload : { ...payload, putOffs: (payload.putOffs ?? 0) + 1 };
      await queue.enqueue(name, again, keyOf(payload), { afterSeconds });
      return `put_off:${error.code}`;
    }
  };
}
