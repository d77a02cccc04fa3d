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

  it('lets what was to wait for longer run now, of one tenant alone', async () => {
    const later = { afterSeconds: 3_600 };
    await queue.enqueue('triage-ticket', { tenantId: 'b', ticketId: '1' }, 'b:1', later);
    for (const ticketId of ['1', '2']) await queue.enqueue('triage-ticket', job(ticketId), `a:${ticketId}`, later);
    await queue.hasten('triage-ticket', 'a');
    const ran: string[] = [];
    const both = Promise.withResolvers<void>();
    await queue.work('triage-ticket', 1, async ({ payload: { tenantId, ticketId } }) => {
      ran.push(`${tenantId}:${ticketId}`);
      if (ran.length === 2) both.resolve();
    });
    await both.promise;
    expect(ran.toSorted()).toEqual(['a:1', 'a:2']);
    expect(await queue.countWaiting('triage-ticket')).toBe(1);
  });

  it('drops the jobs of one key: waiting, ended and dead ones', async () => {
    const ended = Promise.withResolvers<void>();
    await queue.enqueue('learn', { tenantId: 'a' }, 'a');
    await queue.enqueue('learn', { tenantId: 'b' }, 'b');
    await test.database.query(`UPDATE pgboss.job SET retry_limit = 0 WHERE singleton_key = 'b'`);
    let runs = 0;
    await queue.work('learn', 1, async ({ payload: { tenantId } }) => {
      runs += 1;
      if (runs === 2) ended.resolve();
      if (tenantId === 'b') throw new Error('no');
    });
    await ended.promise;
    await expect.poll(() => queue.countDead('learn')).toBe(1);
    await queue.enqueue('learn', { tenantId: 'b' }, 'b', { afterSeconds: 3_600 });
    const left = async () => {
      const rows = await test.database.query<{ key: string }>(
        'SELECT DISTINCT singleton_key AS key FROM pgboss.job WHERE singleton_key IS NOT NULL ORDER BY 1',
      );
      return rows.map(({ key }) => key);
    };
    expect(await left()).toEqual(['a', 'b']);
    expect(await queue.drop('learn', 'b')).toBe(3);
    expect(await queue.countDead('learn')).toBe(0);
    expect(await left()).toEqual(['a']);
    expect(await queue.drop('learn', 'a')).toBe(1);
    expect(await left()).toEqual([]);
  });

  it('does not try a job again that was dropped while it ran', async () => {
    const running = Promise.withResolvers<void>();
    const dropped = Promise.withResolvers<void>();
    const next = Promise.withResolvers<void>();
    const ran: string[] = [];
    await queue.work('triage-ticket', 1, async ({ payload: { ticketId } }) => {
      ran.push(ticketId);
      if (ticketId === '2') return next.resolve();
      running.resolve();
      await dropped.promise;
      throw new Error('the ticket was forgotten');
    });
    await queue.enqueue('triage-ticket', job('1'), 'a:1');
    await running.promise;
    expect(await queue.drop('triage-ticket', 'a:1')).toBe(1);
    dropped.resolve();
    await queue.enqueue('triage-ticket', job('2'), 'a:2');
    await next.promise;
    expect(ran).toEqual(['1', '2']);
    const rows = await test.database.query(`SELECT 1 FROM pgboss.job WHERE singleton_key = 'a:1'`);
    expect(rows).toEqual([]);
  });

  it('drops nothing when the transaction does not commit', async () => {
    await queue.enqueue('triage-ticket', job('1'), 'a:1');
    const rolledBack = test.database.transaction(async (tx) => {
      expect(await queue.drop('triage-ticket', 'a:1', { tx })).toBe(1);
      throw new Error('too late');
    });
    await expect(rolledBack).rejects.toThrow('too late');
    expect(await queue.countWaiting('triage-ticket')).toBe(1);
  });
});
