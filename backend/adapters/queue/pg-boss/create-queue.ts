import { type ConstructorOptions, type FindJobsOptions, type JobResult, PgBoss } from 'pg-boss';
import { jobNameSchema } from '../../../contract/dead-letters.ts';
import { OutsideError } from '../../../ports/errors.ts';
import type { Job, JobName, JobPayloads, Queue } from '../../../ports/queue.ts';
import type { Transaction } from '../../../ports/store.ts';
import { createDeadLetters, deadOf } from './dead-letters.ts';

/** A killed worker's job is noticed after this long and then run again: well inside the promised 60 s. */
const HEARTBEAT_SECONDS = 15;
const WATCH_SECONDS = 5;
/** A worker's death costs an attempt; what is only busy or down is put off by the job itself and costs none. */
const ATTEMPTS = 10;
/** One that fails, and not for a death, at this attempt or a later one, is left to a person. */
const FAILURES = 5;
/** A new job is announced; a retry whose pause is over is found by polling. */
const POLL_SECONDS = 2;
/** A backlog is counted up to here. */
const COUNTED = 1_000;

const JOB_NAMES: readonly JobName[] = jobNameSchema.options;

const onTransaction = (tx: Transaction) => ({
  executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) }),
});

/** Only the code is kept of an error: a message may hold a stranger's words. */
const codeOf = (error: unknown): string =>
  error instanceof OutsideError ? error.code : error instanceof Error ? error.name : 'unknown';

async function settle<Name extends JobName>(
  job: Job<Name>,
  run: (job: Job<Name>) => Promise<void>,
): Promise<JobResult> {
  try {
    await run(job);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const status = job.attempt < FAILURES ? 'failed' : 'deadletter';
    return { id: job.id, status, output: { code: codeOf(error) } };
  }
}

/**
 * Those that work would rest until the next poll after each job of a backlog. Where tenants share them, so would one that
 * found a tenant with its share in hand, though others wait.
 */
function stayAwake(boss: PgBoss, queue: string, isShared: boolean): void {
  const workers = boss.getWipData().filter(({ name }) => name === queue);
  const resting = isShared ? workers.find(({ count: running }) => running === 0) : undefined;
  for (const worker of workers) if (worker.count > 0 || worker === resting) boss.notifyWorker(worker.id);
}

/** Takes out what is found, also what has ended or died. */
async function dropJobs(boss: PgBoss, name: JobName, found: FindJobsOptions): Promise<number> {
  let dropped = 0;
  for (const queue of [name, deadOf(name)]) {
    for (let count = COUNTED; count === COUNTED; ) {
      const jobs = await boss.findJobs(queue, { ...found, limit: COUNTED });
      const ids = jobs.map(({ id }) => id);
      if (ids.length > 0) await boss.deleteJob(queue, ids, found.db ? { db: found.db } : undefined);
      count = ids.length;
      dropped += count;
    }
  }
  return dropped;
}

/** The job queue on the store's own database, so that a job can appear with the row it belongs to. `where` says how to reach it. */
export async function createQueue(
  where: Pick<ConstructorOptions, 'connectionString' | 'db' | 'backend'>,
  onError: (error: Error) => void,
): Promise<Queue> {
  const boss = new PgBoss({
    ...where,
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
  });
  boss.on('error', onError);
  await boss.start();
  for (const name of JOB_NAMES) {
    await boss.createQueue(deadOf(name));
    await boss.createQueue(name, {
      policy: 'short',
      notify: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      retryLimit: ATTEMPTS - 1,
      retryDelay: 3,
      retryBackoff: true,
      retryDelayMax: 300,
      deadLetter: deadOf(name),
    });
  }

  const count = async (name: string) => (await boss.findJobs(name, { queued: true, limit: COUNTED })).length;

  const enqueue: Queue['enqueue'] = async (name, payload, key, { tx, afterSeconds = 0 } = {}) => {
    const db = tx && { db: onTransaction(tx) };
    const group = { id: payload.tenantId };
    await boss.send(name, payload, { singletonKey: key, startAfter: afterSeconds, group, ...db });
  };

  return {
    enqueue,
    ...createDeadLetters(boss, JOB_NAMES, enqueue),
    async work(name, concurrency, run, { perTenant } = {}) {
      const isShared = perTenant !== undefined && perTenant < concurrency;
      const fair = isShared ? { localGroupConcurrency: perTenant } : {};
      const options = { notifyPollingIntervalSeconds: POLL_SECONDS, perJobResults: true as const };
      await boss.work<JobPayloads[typeof name]>(
        name,
        { ...options, localConcurrency: concurrency, ...fair },
        async ([job]) => {
          stayAwake(boss, name, isShared);
          return job ? [await settle({ id: job.id, attempt: job.retryCount + 1, payload: job.data }, run)] : [];
        },
      );
    },
    async repeat(name, payload, key, cron) {
      if (cron === null) await boss.unschedule(name, key);
      else await boss.schedule(name, cron, payload, { key, singletonKey: key, tz: 'UTC' });
    },
    drop: (name, key, { tx } = {}) => dropJobs(boss, name, { key, ...(tx && { db: onTransaction(tx) }) }),
    dropOf: (name, tenantId) => dropJobs(boss, name, { data: { tenantId } }),
    async hasten(name, tenantId) {
      const waiting = await boss.findJobs(name, { data: { tenantId }, queued: true, limit: COUNTED });
      const now = new Date();
      for (const { id, startAfter } of waiting)
        if (startAfter > now) await boss.update(name, undefined, { id, startAfter: now });
    },
    countWaiting: (name) => count(name),
    countDead: (name) => count(deadOf(name)),
    close: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}
