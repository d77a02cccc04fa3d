import type { JobName } from '../contract/dead-letters.ts';

/** A job that failed every attempt. Nothing of its error is kept but the code: a message may hold a stranger's words. */
export type DeadLetter = {
  id: string;
  job: JobName;
  key: string;
  ticketId: string | null;
  attempts: number;
  /** Null when it did not fail but die with its worker each time. */
  code: string | null;
  failedAt: string;
};

export type DeadLetters = {
  /** A tenant's dead letters, of one job or of all, the oldest of each job first. `cursor` is where a page went on from. */
  listDead(
    tenantId: string,
    page: { job?: JobName | undefined; cursor?: string | null | undefined; limit: number },
  ): Promise<{ letters: DeadLetter[]; cursor: string | null }>;
  /** Has it run again from its first attempt. False when there is no such letter. */
  retryDead(tenantId: string, id: string): Promise<boolean>;
  /** All of one job that are dead now; gives back how many. */
  retryAllDead(tenantId: string, job: JobName): Promise<number>;
  dropDead(tenantId: string, id: string): Promise<boolean>;
};
