import { OutsideError } from '../ports/errors.ts';
import type { Log } from '../ports/log.ts';
import { type Job, type JobName, keyOf, type Queue } from '../ports/queue.ts';
import { step } from '../ports/step.ts';
import { type FlagDeadParts, flagDead } from './flag-dead.ts';
import { type FollowSlaParts, followSla } from './follow-sla.ts';
import { type FollowTicketParts, followTicket } from './follow-ticket.ts';
import { type ForgetJobParts, forget } from './forget.ts';
import { type ImportJobParts, importKnowledge } from './import-knowledge.ts';
import { type IndexJobParts, indexKnowledge } from './index-knowledge.ts';
import { type LearnParts, learn } from './learn.ts';
import { type ReconcileParts, reconcile } from './reconcile.ts';
import { recoverTriages } from './recover-triages.ts';
import { type RetainJobParts, retain } from './retain.ts';
import { type TriageTicketParts, triageTicket } from './triage-ticket.ts';
import { type UndoJobParts, undoWrites } from './undo-writes.ts';
import { type WarnBreachesParts, warnBreaches } from './warn-breaches.ts';

export type JobParts = TriageTicketParts &
  ImportJobParts &
  IndexJobParts &
  FollowTicketParts &
  FollowSlaParts &
  WarnBreachesParts &
  ForgetJobParts &
  RetainJobParts &
  ReconcileParts &
  FlagDeadParts &
  UndoJobParts &
  LearnParts & { queue: Queue; log: Log; workers: number };

/** When the other side names no time: long enough for a rate limit's minute to pass in a few steps. */
const PUT_OFF_SECONDS = 20;

type Runs = { [Name in JobName]: (job: Job<Name>) => Promise<string> };

/** When a helpdesk has asked one of its account's jobs to wait, the others do not ask again before that is over. */
async function waitIfPaused({ payload }: Job<JobName>, store: JobParts['store']): Promise<void> {
  const seconds = 'ticketId' in payload ? await store.readPause(payload.tenantId) : null;
  if (seconds !== null) throw new OutsideError('zendesk', 'rate_limited', 'the account is to be left alone', seconds);
}

/** Runs a job. What is only busy or down is put off for as long as it asks, which costs no attempt and loses nothing. */
async function runOrPutOff<Name extends JobName>(
  name: Name,
  job: Job<Name>,
  runs: Runs,
  { queue, store }: Pick<JobParts, 'queue' | 'store'>,
): Promise<string> {
  try {
    await waitIfPaused(job, store);
    return await runs[name](job);
  } catch (error) {
    if (!(error instanceof OutsideError) || !error.retryable) throw error;
    const seconds = error.retryAfterSeconds ?? PUT_OFF_SECONDS;
    const afterSeconds = Math.ceil(seconds + Math.random() * Math.min(seconds, PUT_OFF_SECONDS));
    await queue.enqueue(name, job.payload, keyOf(job.payload), { afterSeconds });
    return `put_off:${error.code}`;
  }
}

const FOLLOWED_AT_A_TIME = 2;
/** Those of which one at a time is enough. */
const SINGLY = [
  'import-knowledge',
  'index-knowledge',
  'forget',
  'retain',
  'learn',
  'recover-triages',
  'warn-breaches',
  'undo-writes',
  'reconcile',
  'flag-dead',
] as const;

/** Every job and how many of it run at a time in this process. Each run leaves one canonical line. */
export async function startJobs(parts: JobParts): Promise<void> {
  const { queue, log, workers } = parts;
  const runs: Runs = {
    'triage-ticket': (job) => triageTicket(job, parts),
    'import-knowledge': (job) => importKnowledge(job, parts),
    'follow-ticket': (job) => followTicket(job, parts),
    'index-knowledge': (job) => indexKnowledge(job, parts),
    forget: (job) => forget(job, parts),
    retain: (job) => retain(job, parts),
    learn: (job) => learn(job, parts),
    'recover-triages': (job) => recoverTriages(job, parts),
    'follow-sla': (job) => followSla(job, parts),
    'warn-breaches': (job) => warnBreaches(job, parts),
    'undo-writes': (job) => undoWrites(job, parts),
    reconcile: (job) => reconcile(job, parts),
    'flag-dead': (job) => flagDead(job, parts),
  };
  const work = <Name extends JobName>(name: Name, concurrency: number, share: { perTenant?: number } = {}) =>
    queue.work(
      name,
      concurrency,
      async (job) => {
        const startedAt = performance.now();
        const { id: jobId, attempt, payload } = job;
        const ticketId = 'ticketId' in payload ? payload.ticketId : null;
        if (name === 'triage-ticket' && ticketId) step('job:taken', ticketId);
        const line = (outcome: string) => {
          const ms = Math.round(performance.now() - startedAt);
          log('job', { job: name, jobId, attempt, tenant: payload.tenantId, ticketId, outcome, ms });
        };
        try {
          line(await runOrPutOff(name, job, runs, parts));
          if (name === 'triage-ticket' && ticketId) step('job:done', ticketId);
        } catch (error) {
          line(error instanceof OutsideError ? `failed:${error.code}` : 'failed');
          throw error;
        }
      },
      share,
    );
  // Where one tenant is all there is, nobody waits for it.
  const isShared = parts.tenants.all().length > 1;
  const share = (concurrency: number) => (isShared ? { perTenant: Math.ceil(concurrency / 2) } : {});
  await work('triage-ticket', workers, share(workers));
  await work('follow-ticket', FOLLOWED_AT_A_TIME, share(FOLLOWED_AT_A_TIME));
  await work('follow-sla', FOLLOWED_AT_A_TIME, share(FOLLOWED_AT_A_TIME));
  for (const name of SINGLY) await work(name, 1);
}
