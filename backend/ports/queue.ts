import type { Transaction } from './store.ts';

/** Every job by name with its payload; a job is idempotent, since a queue may run it twice. */
export type JobPayloads = {
  /** `recovers`: the triage that has to be made again, now that the model that failed is back. */
  'triage-ticket': { tenantId: string; ticketId: string; recovers?: string };
  'import-knowledge': { tenantId: string };
  learn: { tenantId: string };
  'recover-triages': { tenantId: string };
};
export type JobName = keyof JobPayloads;
export type Job<Name extends JobName> = { id: string; attempt: number; payload: JobPayloads[Name] };

/** One waiting job a ticket, or a tenant. */
export const keyOf = (payload: { tenantId: string; ticketId?: string }): string =>
  payload.ticketId ? `${payload.tenantId}:${payload.ticketId}` : payload.tenantId;

export type Queue = {
  /** Adds a job unless one with the same key already waits. With `tx` it appears when that transaction commits. */
  enqueue<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    key: string,
    options?: { tx?: Transaction; afterSeconds?: number },
  ): Promise<void>;
  /** Runs up to `concurrency` jobs at a time; a run that throws is tried again with growing pauses, then set aside as a dead letter. */
  work<Name extends JobName>(name: Name, concurrency: number, run: (job: Job<Name>) => Promise<void>): Promise<void>;
  /** Adds such a job at the times of a cron expression (UTC), from now on and whichever process is up; a second call with the key replaces the first. */
  repeat<Name extends JobName>(name: Name, payload: JobPayloads[Name], key: string, cron: string): Promise<void>;
  countWaiting(name: JobName): Promise<number>;
  /** Jobs that failed every attempt and wait for an operator. */
  countDead(name: JobName): Promise<number>;
  /** Stops taking jobs and waits for running ones. */
  close(): Promise<void>;
};
