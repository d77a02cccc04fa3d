import type { DeadLetters } from './dead-letter.ts';
import type { Transaction } from './store.ts';

/** Every job by name with its payload; a job is idempotent, since a queue may run it twice. */
export type JobPayloads = {
  /** `recovers`: the triage that has to be made again, now that the model that failed is back. */
  'triage-ticket': { tenantId: string; ticketId: string; recovers?: string };
  /** Without a run: what is new at the helpdesk. */
  'import-knowledge': { tenantId: string; runId?: string };
  /** A ticket was solved, or is no longer: it joins the knowledge, or leaves it. */
  'follow-ticket': { tenantId: string; ticketId: string };
  /** Embeds what is missing, then lets the configured embedder serve. `rebuild`: all of it anew. */
  'index-knowledge': { tenantId: string; rebuild?: boolean };
  forget: { tenantId: string; erasureId: string };
  retain: { tenantId: string };
  learn: { tenantId: string };
  'recover-triages': { tenantId: string };
  /** Reads a ticket's clocks, since its status or its comments have changed or a promise is at risk. */
  'follow-sla': { tenantId: string; ticketId: string };
  'warn-breaches': { tenantId: string };
  /** Counts what has changed into the overview. */
  'fold-overview': { tenantId: string };
  'undo-writes': { tenantId: string; undoId: string };
  /** Finds tickets that no delivery has told of. */
  reconcile: { tenantId: string };
  /** Flags the tickets whose triage was given up. */
  'flag-dead': { tenantId: string };
  /** Sees whether the app is still installed. `wasMissing`: an hour ago it was not; `wasRefused`: a month ago we were not let in. */
  'check-connection': { tenantId: string; wasMissing?: boolean; wasRefused?: boolean };
  /** Erases everything of an account that has left. `again`: what jobs that were running then wrote afterwards. */
  'remove-tenant': { tenantId: string; again?: boolean };
};
export type JobName = keyof JobPayloads;
export type Job<Name extends JobName> = { id: string; attempt: number; payload: JobPayloads[Name] };

/** One waiting job a ticket, a run, an erasure or an undo, else a tenant. */
export const keyOf = (payload: {
  tenantId: string;
  ticketId?: string;
  runId?: string;
  erasureId?: string;
  undoId?: string;
}): string => {
  const part = payload.ticketId ?? payload.runId ?? payload.erasureId ?? payload.undoId;
  return part === undefined ? payload.tenantId : `${payload.tenantId}:${part}`;
};

export type Queue = DeadLetters & {
  /** Adds a job unless one with the same key already waits. With `tx` it appears when that transaction commits. */
  enqueue<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    key: string,
    options?: { tx?: Transaction; afterSeconds?: number },
  ): Promise<void>;
  /**
   * Runs up to `concurrency` jobs at a time, and of one tenant up to `perTenant` while others may wait; a run that throws is
   * tried again with growing pauses, then set aside as a dead letter.
   */
  work<Name extends JobName>(
    name: Name,
    concurrency: number,
    run: (job: Job<Name>) => Promise<void>,
    options?: { perTenant?: number },
  ): Promise<void>;
  /**
   * Adds such a job at the times of a cron expression (UTC), from now on and whichever process is up; a second call with the
   * key replaces the first, and null ends it.
   */
  repeat<Name extends JobName>(name: Name, payload: JobPayloads[Name], key: string, cron: string | null): Promise<void>;
  /** Takes out the jobs of this key, also those that have ended or died, and says how many there were; one that runs now is not tried again. */
  drop(name: JobName, key: string, options?: { tx?: Transaction }): Promise<number>;
  /** Takes out every job of a tenant of this kind; a running one is not tried again. */
  dropOf(name: JobName, tenantId: string): Promise<number>;
  /** Lets the waiting jobs of a tenant run now that were to wait for longer. */
  hasten(name: JobName, tenantId: string): Promise<void>;
  countWaiting(name: JobName): Promise<number>;
  /** Jobs that failed every attempt and wait for an operator. */
  countDead(name: JobName): Promise<number>;
  /** Stops taking jobs and waits for running ones. */
  close(): Promise<void>;
};
