import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Job, JobName, JobPayloads, Queue } from '../../../ports/queue.ts';
import type { Transaction } from '../../../ports/store.ts';

/** A killed worker's job is noticed after this long and then run again: well inside the promised 60 s. */
const HEARTBEAT_SECONDS = 15;
const WATCH_SECONDS = 5;
/** A worker's death costs an attempt; what is only busy or down is put off by the job itself and costs none. */
const ATTEMPTS = 10;
/** A new job is announced; a retry whose pause is over is found by polling. */
const POLL_SECONDS = 2;
/** A backlog is counted up to here. */
const COUNTED = 1_000;

const JOB_NAMES = [
  'triage-ticket',
  'import-knowledge',
  'follow-ticket',
  'index-knowledge',
  'forget',
  'retain',
  'learn',
  'recover-triages',
] as const satisfies readonly JobName[];

const deadOf = (name: JobName): string => `${name}-dead`;

const onTransaction = (tx: Transaction) => ({
  executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) }),
});

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

  return {
    async enqueue(name, payload, key, { tx, afterSeconds = 0 } = {}) {
      const db = tx && { db: onTransaction(tx) };
      await boss.send(name, payload, { singletonKey: key, startAfter: afterSeconds, ...db });
    },
    async work<Name extends JobName>(name: Name, concurrency: number, run: (job: Job<Name>) => Promise<void>) {
      const options = { notifyPollingIntervalSeconds: POLL_SECONDS };
      for (let started = 0; started < concurrency; started += 1) {
        const worker = await boss.work<JobPayloads[Name]>(name, options, async ([job]) => {
          // Or it would rest until the next poll after each job of a backlog.
          boss.notifyWorker(worker);
          if (job) await run({ id: job.id, attempt: job.retryCount + 1, payload: job.data });
        });
      }
    },
    async repeat(name, payload, key, cron) {
      await boss.schedule(name, cron, payload, { key, singletonKey: key, tz: 'UTC' });
    },
    async drop(name, key, { tx } = {}) {
      const db = tx && { db: onTransaction(tx) };
      let dropped = 0;
      for (const queue of [name, deadOf(name)]) {
        for (let found = COUNTED; found === COUNTED; ) {
          const jobs = await boss.findJobs(queue, { key, limit: COUNTED, ...db });
          found = jobs.length;
          dropped += found;
          if (found > 0)
            await boss.deleteJob(
              queue,
              jobs.map(({ id }) => id),
              db,
            );
        }
      }
      return dropped;
    },
    countWaiting: (name) => count(name),
    countDead: (name) => count(deadOf(name)),
    close: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}
