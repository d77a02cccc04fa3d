import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutsideError } from '../ports/errors.ts';
import type { LogFields } from '../ports/log.ts';
import type { Queue } from '../ports/queue.ts';
import type { Tenant } from '../ports/tenant.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { only, someTenants } from '../test/tenant.ts';
import { type JobParts, startJobs } from './index.ts';

describe.each(databases)('jobs on $kind', ({ open }) => {
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

  /** Runs the triage job against a helpdesk that answers as told, and collects the lines that it leaves. */
  const run = async (fetchTicket: () => Promise<null>, until: (lines: LogFields[]) => boolean) => {
    const tenant = { id: 'a', helpdesk: { fetchTicket } } as unknown as Tenant;
    const done = Promise.withResolvers<LogFields[]>();
    const lines: LogFields[] = [];
    const parts = {
      store: test.store,
      queue,
      tenants: only(tenant),
      workers: 1,
      log: (_: string, fields: LogFields) => {
        lines.push(fields);
        if (until(lines)) done.resolve(lines);
      },
    } as unknown as JobParts;
    await startJobs(parts);
    await queue.enqueue('triage-ticket', { tenantId: 'a', ticketId: '7' }, 'a:7');
    return (await done.promise).map(({ attempt, outcome }) => [attempt, outcome]);
  };

  it('puts off what a busy helpdesk refuses, for as long as it asks, at the cost of no attempt', async () => {
    let calls = 0;
    const busyTwice = async () => {
      calls += 1;
      if (calls <= 2) throw new OutsideError('zendesk', 'rate_limited', 'answered 429', 1);
      return null;
    };
    expect(await run(busyTwice, (lines) => lines.length === 3)).toEqual([
      [1, 'put_off:rate_limited'],
      [1, 'put_off:rate_limited'],
      [1, 'gone'],
    ]);
    expect(await queue.countWaiting('triage-ticket')).toBe(0);
  });

  it('lets the other jobs of an account wait that one was asked to leave alone, and those of no other account', async () => {
    const fetched: string[] = [];
    const tenantOf = (id: string) =>
      ({
        id,
        helpdesk: {
          fetchTicket: async (ticketId: string) => {
            fetched.push(`${id}:${ticketId}`);
            return null;
          },
        },
      }) as unknown as Tenant;
    await test.store.pauseUpdates('a', 600);
    const ended = Promise.withResolvers<void>();
    const outcomes: string[] = [];
    await startJobs({
      store: test.store,
      queue,
      tenants: someTenants([tenantOf('a'), tenantOf('b')]),
      workers: 4,
      log: (_: string, { tenant, outcome }: LogFields) => {
        outcomes.push(`${tenant} ${outcome}`);
        if (outcomes.length === 4) ended.resolve();
      },
    } as unknown as JobParts);
    for (const ticketId of ['1', '2'])
      for (const tenantId of ['a', 'b'])
        await queue.enqueue('triage-ticket', { tenantId, ticketId }, `${tenantId}:${ticketId}`);
    await ended.promise;
    const left = 'a put_off:rate_limited';
    expect(outcomes.toSorted()).toEqual([left, left, 'b gone', 'b gone']);
    expect(fetched.toSorted()).toEqual(['b:1', 'b:2']);
  });

  it.each([
    ['shares the workers where there are two accounts', ['a', 'b'], 3, 1],
    ['lets one account have all of them', ['a'], undefined, undefined],
  ])('%s', async (_, ids, triages, follows) => {
    const shares: Record<string, number | undefined> = {};
    await startJobs({
      queue: {
        work: async (name: string, __: number, ___: unknown, { perTenant }: { perTenant?: number }) => {
          shares[name] = perTenant;
        },
      },
      tenants: someTenants(ids.map((id) => ({ id }) as Tenant)),
      workers: 5,
    } as unknown as JobParts);
    expect(shares).toMatchObject({ 'triage-ticket': triages, 'follow-ticket': follows, 'follow-sla': follows });
  });

  it('tries again what failed for good reasons, and counts it', async () => {
    const broken = async () => {
      throw new OutsideError('zendesk', 'bad_answer', 'sent an unknown shape');
    };
    expect(await run(broken, (lines) => lines.length === 2)).toEqual([
      [1, 'failed:bad_answer'],
      [2, 'failed:bad_answer'],
    ]);
  });
});
