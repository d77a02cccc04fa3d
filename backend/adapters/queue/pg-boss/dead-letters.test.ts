import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutsideError } from '../../../ports/errors.ts';
import type { Queue } from '../../../ports/queue.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';

describe.each(databases)('dead letters on $kind', ({ open }) => {
  let test: TestDatabase;
  let queue: Queue;
  let tenantId: string;
  let ran: string[];
  let error: Error | null;
  beforeAll(async () => {
    test = await open();
    queue = await test.openQueue();
    for (const job of ['triage-ticket', 'follow-ticket'] as const)
      await queue.work(job, 4, async ({ attempt, payload: { ticketId } }) => {
        ran.push(`${job} ${ticketId} ${attempt}`);
        if (error) throw error;
      });
  });
  beforeEach(() => {
    [tenantId, ran, error] = [randomUUID(), [], new OutsideError('zendesk', 'forbidden', 'canary')];
  });
  afterAll(async () => {
    await queue.close();
    await test.close();
  });

  const enqueue = (job: 'triage-ticket' | 'follow-ticket', ticketId: string, tenant = tenantId) =>
    test.database.transaction(async (tx) => {
      await queue.enqueue(job, { tenantId: tenant, ticketId }, `${tenant}:${ticketId}`, { tx });
      await tx.query('UPDATE pgboss.job SET retry_count = 4 WHERE name = $1 AND singleton_key = $2', [
        job,
        `${tenant}:${ticketId}`,
      ]);
    });
  const list = async (tenant = tenantId) => (await queue.listDead(tenant, { limit: 100 })).letters;
  const die = async (...tickets: [job: 'triage-ticket' | 'follow-ticket', ticketId: string][]) => {
    for (const [index, [job, ticketId]] of tickets.entries()) {
      await enqueue(job, ticketId);
      await expect.poll(async () => (await list()).length).toBe(index + 1);
    }
  };

  it('come of what fails five times, with the code of the error and no word of it', async () => {
    await die(['triage-ticket', '7']);
    expect(await list()).toEqual([
      {
        ...{ id: expect.any(String), job: 'triage-ticket', key: `${tenantId}:7`, ticketId: '7' },
        ...{ attempts: 5, code: 'forbidden', failedAt: expect.stringMatching(/^\d{4}-.+Z$/) },
      },
    ]);
    const [kept] = await test.database.query('SELECT * FROM pgboss.job WHERE singleton_key = $1', [`${tenantId}:7`]);
    expect(JSON.stringify(kept)).not.toContain('canary');
  });

  it('are listed in pages, of one job or of all, and of one tenant alone', async () => {
    await die(['triage-ticket', '1'], ['triage-ticket', '2'], ['follow-ticket', '3']);
    const ticketsOf = async (page: Parameters<Queue['listDead']>[1]) => {
      const { letters, cursor } = await queue.listDead(tenantId, page);
      return { ids: letters.map(({ ticketId }) => ticketId), cursor };
    };
    const first = await ticketsOf({ limit: 2 });
    expect(first).toEqual({ ids: ['1', '2'], cursor: expect.any(String) });
    expect(await ticketsOf({ limit: 2, cursor: first.cursor })).toEqual({ ids: ['3'], cursor: null });
    expect((await ticketsOf({ limit: 10, job: 'follow-ticket' })).ids).toEqual(['3']);
    expect(await list(randomUUID())).toEqual([]);
  });

  it('run again from their first attempt, one or all of a job, or are taken out', async () => {
    await die(['triage-ticket', '1'], ['triage-ticket', '2'], ['triage-ticket', '3'], ['follow-ticket', '4']);
    [ran, error] = [[], null];
    const [one] = await list();
    expect(await queue.retryDead(tenantId, one?.id ?? '')).toBe(true);
    await expect.poll(() => ran).toEqual(['triage-ticket 1 1']);
    expect(await queue.retryAllDead(tenantId, 'triage-ticket')).toBe(2);
    await expect.poll(() => ran.toSorted()).toEqual(['triage-ticket 1 1', 'triage-ticket 2 1', 'triage-ticket 3 1']);
    const left = await list();
    expect(left.map(({ ticketId }) => ticketId)).toEqual(['4']);
    expect(await queue.dropDead(tenantId, left[0]?.id ?? '')).toBe(true);
    expect(await list()).toEqual([]);
  });

  it('are no other tenant’s to retry or to take out', async () => {
    await die(['triage-ticket', '1']);
    const id = (await list())[0]?.id ?? '';
    const other = randomUUID();
    expect(await queue.retryDead(other, id)).toBe(false);
    expect(await queue.dropDead(other, id)).toBe(false);
    expect(await queue.retryAllDead(other, 'triage-ticket')).toBe(0);
    expect(await list()).toHaveLength(1);
  });
});
