import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutsideError } from '../ports/errors.ts';
import type { Page } from '../ports/helpdesk.ts';
import type { LogFields } from '../ports/log.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { ChangedTicket } from '../ports/ticket.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { only } from '../test/tenant.ts';
import { type ReconcileParts, reconcile } from './reconcile.ts';

const MINUTE = 60_000;
const NOW = Date.now();
const minutesBefore = (minutes: number): Date => new Date(NOW - minutes * MINUTE);
const ago = (minutes: number): string => minutesBefore(minutes).toISOString();
const changed = (id: string, commentedMinutesAgo: number, over: Partial<ChangedTicket> = {}): ChangedTicket => {
  const at = ago(commentedMinutesAgo);
  return { id, status: 'open', updatedAt: at, commentedAt: at, ...over };
};

describe.each(databases)('finding what no delivery told of, on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());

  let tenantId: string;
  let pages: (ChangedTicket[] | OutsideError)[];
  let cursors: (string | null)[];
  let asked: string[];
  let lines: LogFields[];
  let dies: boolean;
  let parts: ReconcileParts;
  beforeEach(async () => {
    tenantId = randomUUID();
    [pages, cursors, asked, lines, dies] = [[], [], [], [], false];
    const fetchChanged = async (cursor: string | null): Promise<Page<ChangedTicket>> => {
      cursors.push(cursor);
      const items = pages.shift() ?? [];
      if (items instanceof OutsideError) throw items;
      return { items, cursor: `after-${cursors.length}`, more: pages.length > 0 };
    };
    const tenant = { id: tenantId, helpdesk: { fetchChanged } } as unknown as Tenant;
    parts = {
      tenants: only(tenant),
      store: test.store,
      queue: {
        enqueue: async (name, payload) => {
          if (dies) throw new Error('killed');
          asked.push('ticketId' in payload ? `${name} ${payload.ticketId}` : name);
        },
      },
      log: (_, fields) => void lines.push(fields),
    };
    await deliver('0');
  });
  const deliver = (ticketId: string) =>
    test.store.saveInboxEvent({ tenantId, eventKey: randomUUID(), ticketId, type: 'created' }, async () => {});
  const run = () => reconcile({ payload: { tenantId } }, parts);

  it('asks for the triage of what nobody has seen, and for no other', async () => {
    await test.store.saveTriaged(tenantId, '1', minutesBefore(10));
    await test.store.saveTriaged(tenantId, '2', minutesBefore(10));
    pages = [
      [
        changed('1', 10, { updatedAt: ago(2) }),
        changed('2', 5),
        changed('3', 5),
        changed('4', 5, { status: 'solved' }),
        changed('5', 60 * 24 * 3, { updatedAt: ago(5) }),
        changed('6', 5, { commentedAt: null, status: 'pending' }),
      ],
    ];
    expect(await run()).toBe('whole');
    expect(asked).toEqual(['triage-ticket 2', 'triage-ticket 3', 'triage-ticket 6', 'follow-ticket 4', 'follow-sla 4']);
    expect(lines).toEqual([{ tenant: tenantId, lookedAt: 6, untriaged: 3, unfollowed: 1 }]);
  });

  it('lets the knowledge look at what has ended since it last did', async () => {
    await test.store.saveFollowed(tenantId, '1', minutesBefore(3));
    await test.store.saveFollowed(tenantId, '2', minutesBefore(30));
    pages = [
      [
        changed('1', 5, { status: 'solved' }),
        changed('2', 5, { status: 'deleted' }),
        changed('3', 5, { status: 'closed' }),
      ],
    ];
    await run();
    expect(asked).toEqual(['follow-ticket 2', 'follow-ticket 3', 'follow-sla 2', 'follow-sla 3']);
  });

  it('goes on where it stopped, a bounded number of pages a run', async () => {
    pages = Array.from({ length: 7 }, (_, index) => [changed(`${index}`, 5)]);
    expect(await run()).toBe('goes_on');
    expect(asked.at(-1)).toBe('reconcile');
    expect(await run()).toBe('whole');
    expect(cursors).toEqual([null, 'after-1', 'after-2', 'after-3', 'after-4', 'after-5', 'after-6']);
    expect(asked.filter((one) => one.startsWith('triage'))).toHaveLength(7);
  });

  it('reads a page again whose tickets it could not ask for', async () => {
    pages = [[changed('1', 5)]];
    dies = true;
    await expect(run()).rejects.toThrow('killed');
    dies = false;
    pages = [[changed('1', 5)]];
    expect(await run()).toBe('whole');
    expect(cursors).toEqual([null, null]);
    expect(asked).toEqual(['triage-ticket 1']);
  });

  it('begins again when its cursor is not known any more, and not when there was none', async () => {
    const refusal = new OutsideError('zendesk', 'rejected', 'answered 400');
    pages = [[changed('1', 5)]];
    await run();
    pages = [refusal, [changed('2', 5)]];
    expect(await run()).toBe('whole');
    expect(cursors).toEqual([null, 'after-1', null]);
    await test.store.saveReconciling(tenantId, null);
    pages = [refusal];
    await expect(run()).rejects.toThrow('400');
  });

  it('does not try again what only an admin may read', async () => {
    pages = [new OutsideError('zendesk', 'forbidden', 'answered 403')];
    expect(await run()).toBe('forbidden');
  });

  it('asks nothing about an account that has never sent a delivery', async () => {
    tenantId = randomUUID();
    pages = [[changed('1', 5)]];
    expect(await run()).toBe('no_deliveries');
    expect(cursors).toEqual([]);
  });

  it('keeps nothing of a ticket that is to stay forgotten, and forgets what it kept', async () => {
    const seen = () => test.store.findUntriaged(tenantId, [changed('9', 5)], new Date(0));
    await test.store.saveTriaged(tenantId, '9', new Date());
    expect(await seen()).toEqual([]);
    const { id } = await test.store.startErasure(tenantId, { ticketId: '9' }, async () => {});
    await test.store.eraseSubject(tenantId, id);
    await test.store.saveTriaged(tenantId, '9', new Date());
    expect(await seen()).toEqual(['9']);
  });
});
