import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeadLetter } from '../ports/dead-letter.ts';
import { OutsideError, type OutsideErrorCode } from '../ports/errors.ts';
import type { TicketUpdate } from '../ports/helpdesk.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { only } from '../test/tenant.ts';
import { aTicket } from '../test/ticket.ts';
import { type FlagDeadParts, flagDead } from './flag-dead.ts';

const letter = (ticketId: string, failedAt = new Date()): DeadLetter => ({
  ...{ id: randomUUID(), job: 'triage-ticket', key: `t:${ticketId}`, ticketId, attempts: 5, code: 'bad_answer' },
  failedAt: failedAt.toISOString(),
});

describe.each(databases)('flagging what was given up, on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());

  let tenantId: string;
  let tickets: Map<string, Ticket>;
  let letters: DeadLetter[];
  let updates: TicketUpdate[];
  let refusal: OutsideErrorCode | null;
  let parts: FlagDeadParts;
  beforeEach(() => {
    tenantId = randomUUID();
    [letters, updates, refusal] = [[], [], null];
    tickets = new Map([aTicket({ id: '1', tags: ['vip'] }), aTicket({ id: '2' })].map((one) => [one.id, one]));
    const tenant = {
      id: tenantId,
      helpdesk: {
        fetchTicket: async (ticketId: string) => tickets.get(ticketId) ?? null,
        updateTicket: async (update: TicketUpdate) => {
          updates.push(update);
          if (refusal) throw new OutsideError('zendesk', refusal, 'no');
        },
      },
    } as unknown as Tenant;
    parts = {
      tenants: only(tenant),
      store: test.store,
      queue: { listDead: async () => ({ letters, cursor: null }) },
    };
  });
  const run = () => flagDead({ payload: { tenantId } }, parts);

  it('adds one tag and nothing else, once', async () => {
    letters = [letter('1'), letter('2'), letter('gone')];
    expect(await run()).toBe('flagged');
    expect(updates).toEqual([
      { ticketId: '1', updatedAt: '2026-01-01T10:00:00Z', fields: {}, tags: ['vip', 'ait_needs_human'] },
      { ticketId: '2', updatedAt: '2026-01-01T10:00:00Z', fields: {}, tags: ['ait_needs_human'] },
    ]);
    expect(await run()).toBe('none_dead');
    expect(updates).toHaveLength(2);
  });

  it('flags again what was retried and given up once more', async () => {
    letters = [letter('1')];
    await run();
    letters = [letter('1', new Date(Date.now() + 1_000))];
    await run();
    expect(updates).toHaveLength(2);
  });

  it('writes nothing on a ticket that is closed or flagged', async () => {
    tickets.set('1', aTicket({ id: '1', status: 'closed' }));
    tickets.set('2', aTicket({ id: '2', tags: ['ait_needs_human'] }));
    letters = [letter('1'), letter('2')];
    await run();
    expect(updates).toEqual([]);
  });

  it.each(['bad_answer', 'rejected', 'forbidden', 'unauthorized'] as const)(
    'does not try again what the helpdesk refuses: %s',
    async (code) => {
      letters = [letter('1')];
      refusal = code;
      expect(await run()).toBe('refused');
      await run();
      expect(updates).toHaveLength(1);
    },
  );

  it.each(['conflict', 'rate_limited', 'server_error'] as const)('tries again what passes: %s', async (code) => {
    letters = [letter('1')];
    refusal = code;
    await run();
    refusal = null;
    await run();
    expect(updates).toHaveLength(2);
    expect(await run()).toBe('none_dead');
  });
});
