import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../../ports/queue.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';

const job = (ticketId: string) => ({ tenantId: 'a', ticketId });

describe.each(databases)('queue on $kind', ({ open }) => {
  let test: TestDatabase;
  let queue: Queue;
  beforeEach(async () => {
    test = await open();
    queue = await test.openQueue();
  });
  afterEach(async () => {
    await queue.close();
    await test.close();
  });

  it('runs a job that was enqueued before anybody worked', async () => {
    await queue.enqueue('triage-ticket', job('1'), 'a:1');
    const ran = Promise.withResolvers<string>();
    await queue.work('triage-ticket', 2, async ({ payload }) => ran.resolve(payload.ticketId));
    expect(await ran.promise).toBe('1');
  });

  it('keeps one waiting job a key, also when a webhook storm enqueues it', async () => {
    await Promise.all(Array.from({ length: 10 }, () => queue.enqueue('triage-ticket', job('7'), 'a:7')));
    await queue.enqueue('triage-ticket', job('8'), 'a:8');
    expect(await queue.countWaiting('triage-ticket')).toBe(2);
  });

  it('forgets a job whose transaction did not commit', async () => {
    const event = { tenantId: 'a', eventKey: 'k', ticketId: '1', type: 'ticket.created' };
    const rolledBack = test.store.saveInboxEvent(event, async (tx) => {
      await queue.enqueue('triage-ticket', job('1'), 'a:1', { tx });
      throw new Error('too late');
    });
    await expect(rolledBack).rejects.toThrow('too late');
    expect(await queue.countWaiting('triage-ticket')).toBe(0);
    await test.store.saveInboxEvent(event, (tx) => queue.enqueue('triage-ticket', job('1'), 'a:1', { tx }));
    expect(await queue.countWaiting('triage-ticket')).toBe(1);
  });

  it('takes a new job for a key whose job is running, and tries a failed one again', async () => {
    const attempts: number[] = [];
    const done = Promise.withResolvers<void>();
    await queue.work('triage-ticket', 4, async ({ attempt }) => {
      attempts.push(attempt);
      if (attempts.length === 1) {
        await queue.enqueue('triage-ticket', job('1'), 'a:1');
        throw new Error('first run fails');
      }
      if (attempts.includes(2) && attempts.filter((each) => each === 1).length === 2) done.resolve();
    });
    await queue.enqueue('triage-ticket', job('1'), 'a:1');
    await done.promise;
    expect(attempts.toSorted()).toEqual([1, 1, 2]);
  });
});
