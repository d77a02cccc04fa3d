import { actFor } from '../ports/acting-for.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Log } from '../ports/log.ts';
import type { Job, JobName, Queue } from '../ports/queue.ts';
import { step } from '../ports/step.ts';
import { type CheckConnectionParts, checkConnection } from './check-connection.ts';
import { type FlagDeadParts, flagDead } from './flag-dead.ts';
import { type FoldOverviewParts, foldOverview } from './fold-overview.ts';
import { type FollowSlaParts, followSla } from './follow-sla.ts';
import { type FollowTicketParts, followTicket } from './follow-ticket.ts';
import { type ForgetJobParts, forget } from './forget.ts';
import { type ImportJobParts, importKnowledge } from './import-knowledge.ts';
import { type IndexJobParts, indexKnowledge } from './index-knowledge.ts';
import { type LearnParts, learn } from './learn.ts';
import { createPutOff } from './put-off.ts';
import { type ReconcileParts, reconcile } from './reconcile.ts';
import { recoverTriages } from './recover-triages.ts';
import { type RemoveTenantJobParts, removeTenant } from './remove-tenant.ts';
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
  FoldOverviewParts &
  ForgetJobParts &
  RetainJobParts &
  ReconcileParts &
  FlagDeadParts &
  UndoJobParts &
  CheckConnectionParts &
  RemoveTenantJobParts &
  LearnParts & { queue: Queue; log: Log; workers: number };

type Runs = { [Name in JobName]: (job: Job<Name>) => Promise<string> };

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
  'fold-overview',
  'undo-writes',
  'reconcile',
  'flag-dead',
  'check-connection',
  'remove-tenant',
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
    'fold-overview': (job) => foldOverview(job, parts),
    'undo-writes': (job) => undoWrites(job, parts),
    reconcile: (job) => reconcile(job, parts),
    'flag-dead': (job) => flagDead(job, parts),
    'check-connection': (job) => checkConnection(job, parts),
    'remove-tenant': (job) => removeTenant(job, parts),
  };
  const runOrPutOff = createPutOff(parts);
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
          line(await actFor(payload.tenantId, () => runOrPutOff(name, job, runs[name])));
          if (name === 'triage-ticket' && ticketId) step('job:done', ticketId);
        } catch (error) {
          line(error instanceof OutsideError ? `failed:${error.code}` : 'failed');
          throw error;
        }
      },
      share,
    );
  // Where one tenant is all there is, nobody waits for it.
  const isShared = parts.tenants.sole === null;
  const share = (concurrency: number) => (isShared ? { perTenant: Math.ceil(concurrency / 2) } : {});
  await work('triage-ticket', workers, share(workers));
  await work('follow-ticket', FOLLOWED_AT_A_TIME, share(FOLLOWED_AT_A_TIME));
  await work('follow-sla', FOLLOWED_AT_A_TIME, share(FOLLOWED_AT_A_TIME));
  for (const name of SINGLY) await work(name, 1);
}
