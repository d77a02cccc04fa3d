import type { ImportParts } from '../knowledge/import-knowledge.ts';
import type { Log } from '../ports/log.ts';
import type { Job, JobName, Queue } from '../ports/queue.ts';
import { importKnowledge } from './import-knowledge.ts';
import { type TriageTicketParts, triageTicket } from './triage-ticket.ts';

export type JobParts = TriageTicketParts & Pick<ImportParts, 'reading'> & { queue: Queue; log: Log; workers: number };

/** Every job and how many of it run at a time in this process. Each run leaves one canonical line. */
export async function startJobs(parts: JobParts): Promise<void> {
  const { queue, log, workers } = parts;
  const logged =
    <Name extends JobName>(name: Name, run: (job: Job<Name>) => Promise<string>) =>
    async (job: Job<Name>): Promise<void> => {
      const startedAt = performance.now();
      const { id: jobId, attempt, payload } = job;
      const line = (outcome: string) =>
        log('job', {
          job: name,
          jobId,
          attempt,
          tenant: payload.tenantId,
          ticketId: 'ticketId' in payload ? payload.ticketId : null,
          outcome,
          ms: Math.round(performance.now() - startedAt),
        });
      try {
        line(await run(job));
      } catch (error) {
        line(error instanceof Error && 'code' in error ? `failed:${String(error.code)}` : 'failed');
        throw error;
      }
    };
  await queue.work(
    'triage-ticket',
    workers,
    logged('triage-ticket', (job) => triageTicket(job, parts)),
  );
  await queue.work(
    'import-knowledge',
    1,
    logged('import-knowledge', async (job) => {
      await importKnowledge(job, parts);
      return 'done';
    }),
  );
}
