import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../../ports/queue.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';

const FLOOD = 200;
const FEW = 5;

describe.each(databases)('fairness among tenants on $kind', ({ open }) => {
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

  /** A flood of one tenant, then a few jobs of another; how many of the flood were done when the few were. */
  const doneOfTheFlood = async (size: number, perTenant?: number): Promise<number> => {
    for (const [tenantId, count] of [
      ['flood', size],
      ['few', FEW],
    ] as const)
      for (let id = 0; id < count; id += 1)
        await queue.enqueue('triage-ticket', { tenantId, ticketId: `${id}` }, `${tenantId}:${id}`);
    const done = { flood: 0, few: 0 };
    const running = { flood: 0, few: 0 };
    let most = 0;
    const ended = Promise.withResolvers<number>();
    const run = async ({ payload }: { payload: { tenantId: string } }) => {
      const tenantId = payload.tenantId === 'few' ? 'few' : 'flood';
      running[tenantId] += 1;
      most = Math.max(most, running.flood);
      await new Promise((resolve) => setTimeout(resolve, 10));
      running[tenantId] -= 1;
      done[tenantId] += 1;
      if (done.few === FEW) ended.resolve(done.flood);
    };
    await queue.work('triage-ticket', 4, run, perTenant === undefined ? {} : { perTenant });
    const flood = await ended.promise;
    expect(most).toBeLessThanOrEqual(perTenant ?? 4);
    await expect.poll(() => done.flood).toBe(size);
    return flood;
  };

  it('lets a few jobs through beside a flood that came first', async () => {
    expect(await doneOfTheFlood(FLOOD, 2)).toBeLessThan(FLOOD / 2);
  });

  it('lets them wait behind it where nothing is said', async () => {
    expect(await doneOfTheFlood(40)).toBeGreaterThan(20);
  });
});
