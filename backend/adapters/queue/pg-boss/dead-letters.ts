import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { DeadLetter, DeadLetters } from '../../../ports/dead-letter.ts';
import type { JobName, JobPayloads, Queue } from '../../../ports/queue.ts';

export const deadOf = (job: JobName): string => `${job}-dead`;

/** Retried at a time, so that nothing grows with a backlog. */
const AT_A_TIME = 200;

const payloadSchema = z.looseObject({ tenantId: z.string(), ticketId: z.string().optional() });
const outputSchema = z.looseObject({ code: z.string().max(60) });

type Found = JobWithMetadata<JobPayloads[JobName]>;

function toLetter(job: JobName, found: Found): DeadLetter {
  const output = outputSchema.safeParse(found.sourceOutput);
  return {
    id: found.id,
    job,
    key: found.singletonKey ?? '',
    ticketId: payloadSchema.safeParse(found.data).data?.ticketId ?? null,
    attempts: (found.sourceRetryCount ?? 0) + 1,
    code: output.success ? output.data.code : null,
    failedAt: found.createdOn.toISOString(),
  };
}

const toCursor = (job: JobName, id: string): string => `${job}~${id}`;

export function createDeadLetters(boss: PgBoss, names: readonly JobName[], enqueue: Queue['enqueue']): DeadLetters {
  const find = (job: JobName, tenantId: string, more: { id?: string; after?: string; limit?: number }) =>
    boss.findJobs<JobPayloads[JobName]>(deadOf(job), { data: { tenantId }, queued: true, ...more });

  const findOne = async (tenantId: string, id: string): Promise<{ job: JobName; found: Found } | null> => {
    for (const job of names) {
      const [found] = await find(job, tenantId, { id });
      if (found) return { job, found };
    }
    return null;
  };
  /** Enqueued before it is taken out: a death in between leaves a letter too many, and no job too few. */
  const retry = async (job: JobName, found: Found): Promise<void> => {
    await enqueue(job, found.data, found.singletonKey ?? found.id);
    await boss.deleteJob(deadOf(job), found.id);
  };
  /** Where the page before ended; a letter that is gone meanwhile lets its job begin again. */
  const readCursor = async (tenantId: string, cursor: string | null) => {
    const at = names.findIndex((name) => cursor?.startsWith(`${name}~`));
    const name = names[at];
    const after = name && cursor?.slice(name.length + 1);
    if (!name || !after) return { at: 0, after: undefined };
    const [anchor] = await find(name, tenantId, { id: after });
    return { at, after: anchor && after };
  };

  return {
    async listDead(tenantId, { job, cursor = null, limit }) {
      const letters: DeadLetter[] = [];
      const from = await readCursor(tenantId, cursor);
      for (const [index, name] of names.entries()) {
        if (index < from.at || (job && name !== job)) continue;
        const after = index === from.at && from.after ? { after: from.after } : {};
        const found = await find(name, tenantId, { ...after, limit: limit - letters.length });
        letters.push(...found.map((one) => toLetter(name, one)));
        const last = letters.at(-1);
        if (last && letters.length === limit) return { letters, cursor: toCursor(last.job, last.id) };
      }
      return { letters, cursor: null };
    },
    async retryDead(tenantId, id) {
      const letter = await findOne(tenantId, id);
      if (letter) await retry(letter.job, letter.found);
      return letter !== null;
    },
    async retryAllDead(tenantId, job) {
      const until = new Date();
      let retried = 0;
      for (;;) {
        const found = await find(job, tenantId, { limit: AT_A_TIME });
        const dead = found.filter(({ createdOn }) => createdOn <= until);
        for (const one of dead) await retry(job, one);
        retried += dead.length;
        if (dead.length < AT_A_TIME) return retried;
      }
    },
    async dropDead(tenantId, id) {
      const letter = await findOne(tenantId, id);
      if (letter) await boss.deleteJob(deadOf(letter.job), letter.found.id);
      return letter !== null;
    },
  };
}
