import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutsideError } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Store } from '../ports/store.ts';
import type { UndoFilter } from '../ports/write-log.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { only } from '../test/tenant.ts';
import { GROUP, openWrittenTickets, type WrittenTickets } from '../test/written-tickets.ts';
import { undoWrites } from './undo-writes.ts';
import { writeBack } from './write-back.ts';

const LONG_AGO = '2026-01-01T00:00:00Z';

describe.each(databases)('undoing writes, on $kind', ({ open }) => {
  let test: TestDatabase;
  let account: WrittenTickets;
  let before: ((name: 'updateTicket') => Promise<void>) | null;
  let failing: string | null;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    [before, failing] = [null, null];
    let real: Helpdesk | null = null;
    account = await openWrittenTickets(test.store, {
      updateTicket: async (update) => {
        if (update.ticketId === failing) throw new OutsideError('zendesk', 'server_error', 'answered 500');
        await before?.('updateTicket');
        await real?.updateTicket(update);
      },
    });
    real = account.real;
  });
  afterEach(() => account.close());

  const start = async (filter: Partial<UndoFilter> = {}) => {
    const begun = await test.store.startUndo(account.tenant.id, { since: LONG_AGO, ...filter }, async () => {});
    if (!begun) throw new Error('another one runs');
    return begun;
  };
  const run = (undoId: string, store: Store = test.store) => {
    const tenants = only(account.tenant);
    const payload = { tenantId: account.tenant.id, undoId };
    return undoWrites({ payload }, { tenants, store, queue: { enqueue: async () => {} } });
  };
  const progress = (undoId: string) => test.store.readUndo(account.tenant.id, undoId);
  const updates = () => account.calls.filter((call) => call === 'updateTicket').length;
  const UNTOUCHED = {
    ...{ priority: null, groupId: null, tags: ['ait_undone', 'vip'] },
    fields: { category: null, urgency: null, sentiment: null, confidence: null, escalation: false },
  };

  it('gives every ticket back what it held, in one update each, and tells how far it has come', async () => {
    const ticketIds = [account.open(), account.open()];
    for (const ticketId of ticketIds) await account.write(ticketId);
    const { id, tickets } = await start();
    expect(tickets).toMatchObject({ total: 2, waiting: 2, undone: 0 });
    expect(await test.store.startUndo(account.tenant.id, { since: LONG_AGO }, async () => {})).toBeNull();
    expect(await run(id)).toBe('undone');
    for (const ticketId of ticketIds) expect(await account.read(ticketId)).toMatchObject(UNTOUCHED);
    expect(updates()).toBe(4);
    expect(await progress(id)).toMatchObject({
      ...{ state: 'done', left: {}, shown: [], filter: { since: LONG_AGO } },
      tickets: { total: 2, waiting: 0, undone: 2, gone: 0, failed: 0 },
      restored: { category: 2, urgency: 2, priority: 2, groupId: 2 },
    });
  });

  it('means only the version, engine, model and time that it was asked for', async () => {
    const ticketId = account.open();
    await account.write(ticketId, { promptVersion: 'p-1' });
    await account.write(ticketId, { promptVersion: 'p-2', category: 'account' });
    const [first] = await test.store.readWrites(account.tenant.id, ticketId);
    for (const none of [
      { engine: 'builtin' },
      { model: 'm-2' },
      { promptVersion: 'p-3' },
      { until: first?.at ?? '' },
    ]) {
      const { id, tickets } = await start(none);
      expect(tickets.total).toBe(0);
      await run(id);
    }
    const { id } = await start({ promptVersion: 'p-2', engine: 'openai', model: 'm-1', since: first?.at ?? '' });
    await run(id);
    const ticket = await account.read(ticketId);
    expect(ticket.fields).toMatchObject({ category: 'billing', urgency: 'P2' });
    expect(ticket.tags).toEqual(expect.arrayContaining(['ait_triaged', first?.marker]));
  });

  it('leaves what a person has changed since, and a ticket that is gone', async () => {
    const [edited, deleted, closed] = [account.open(), account.open(), account.open()];
    for (const ticketId of [edited, deleted, closed]) await account.write(ticketId);
    for (const category of ['technical', 'billing']) await account.editAsAgent(edited, account.category(category));
    account.zendesk.deleteTicket(Number(deleted));
    await account.editAsAgent(closed, { status: 'closed' });
    const { id } = await start();
    await run(id);
    expect((await account.read(edited)).fields).toMatchObject({ category: 'billing', urgency: null });
    expect(await progress(id)).toMatchObject({
      tickets: { undone: 1, gone: 2, failed: 0 },
      left: { category: 1 },
      shown: [{ ticketId: edited, outcome: 'undone', left: ['category'] }],
    });
    // A later triage leaves it too, although the write that it was ours by is undone.
    await account.write(edited, { category: 'account' });
    expect((await account.read(edited)).fields).toMatchObject({ category: 'billing', urgency: 'P2' });
  });

  it('lets a later triage write again, but not the one that was undone', async () => {
    const ticketId = account.open();
    const stored = await account.suggest(ticketId);
    await writeBack(account.tenant, test.store, stored);
    await run((await start()).id);
    expect(await writeBack(account.tenant, test.store, stored)).toBe('already_written');
    expect(await account.read(ticketId)).toMatchObject(UNTOUCHED);
    expect(await account.write(ticketId, { category: 'account' })).toBe('written');
    const ticket = await account.read(ticketId);
    expect(ticket.fields.category).toBe('account');
    expect(ticket.tags).not.toContain('ait_undone');
  });

  it('goes on after a kill between the update and its record, and updates no ticket twice', async () => {
    const ticketIds = [account.open(), account.open()];
    for (const ticketId of ticketIds) await account.write(ticketId);
    const { id } = await start();
    const killed = { ...test.store, saveUndone: () => Promise.reject(new Error('killed')) };
    await expect(run(id, killed)).rejects.toThrow('killed');
    expect(await run(id)).toBe('undone');
    expect(updates()).toBe(4);
    expect(await progress(id)).toMatchObject({ tickets: { undone: 2 }, restored: { category: 2 }, left: {} });
  });

  it('plans anew when an agent is faster, who wins', async () => {
    const ticketId = account.open();
    await account.write(ticketId);
    const { id } = await start();
    before = async () => {
      before = null;
      await account.editAsAgent(ticketId, account.category('technical'));
    };
    await run(id);
    expect((await account.read(ticketId)).fields).toMatchObject({ category: 'technical', urgency: null });
    expect(await progress(id)).toMatchObject({ tickets: { undone: 1 }, left: { category: 1 } });
  });

  it('waits where the helpdesk is busy, and leaves a ticket that it refuses for another undo', async () => {
    const [first, second] = [account.open(), account.open()];
    for (const ticketId of [first, second]) await account.write(ticketId);
    const { id } = await start();
    before = async () => {
      throw new OutsideError('zendesk', 'rate_limited', 'answered 429', 30);
    };
    await expect(run(id)).rejects.toMatchObject({ code: 'rate_limited' });
    before = async () => {
      before = null;
      throw new OutsideError('zendesk', 'rejected', 'answered 422');
    };
    expect(await run(id)).toBe('undone');
    expect(await progress(id)).toMatchObject({
      tickets: { undone: 1, failed: 1 },
      shown: [{ ticketId: first, outcome: 'failed', code: 'rejected' }],
    });
    const again = await start();
    expect(again.tickets.total).toBe(1);
    await run(again.id);
    expect(await account.read(first)).toMatchObject(UNTOUCHED);
  });

  it('knows a write that arrived and was not noted, and leaves what it put above', async () => {
    const ticketId = account.open();
    await account.write(ticketId, { promptVersion: 'p-1' });
    const killed = { ...test.store, logWrite: () => Promise.reject(new Error('killed')) };
    const stored = await account.suggest(ticketId, { promptVersion: 'p-2', category: 'account' });
    await expect(writeBack(account.tenant, killed, stored)).rejects.toThrow('killed');
    const { id } = await start({ promptVersion: 'p-1' });
    await run(id);
    expect((await account.read(ticketId)).fields).toMatchObject({ category: 'account', urgency: null });
    expect(await progress(id)).toMatchObject({ tickets: { undone: 1 }, left: {} });
    await run((await start({ promptVersion: 'p-2' })).id);
    expect(await account.read(ticketId)).toMatchObject(UNTOUCHED);
  });

  it('says what came of an update that a rule of the account has changed at once', async () => {
    const ticketId = account.open();
    await account.write(ticketId);
    const { id } = await start();
    before = async () => {
      before = null;
      const ticket = await account.read(ticketId);
      await account.real.updateTicket({
        ...{ ticketId, updatedAt: ticket.updatedAt, tags: ticket.tags, priority: null, fields: { category: null } },
      });
      account.zendesk.runRule(Number(ticketId), { priority: 'low' });
      throw new OutsideError('zendesk', 'bad_answer', 'answered 200 but did not take the update');
    };
    await run(id);
    expect(await account.read(ticketId)).toMatchObject({ ...UNTOUCHED, priority: 'low' });
    expect(await progress(id)).toMatchObject({
      tickets: { undone: 1, failed: 0 },
      left: { priority: 1 },
      restored: { category: 1, urgency: 1 },
    });
  });

  it('takes the rest back when the agent of before has left the group', async () => {
    const ticketId = account.open();
    const [first = '', second = ''] = (await account.real.fetchAgents(GROUP)).map(({ id }) => id);
    await account.write(ticketId, { promptVersion: 'p-1', agentId: first });
    await account.write(ticketId, { promptVersion: 'p-2', agentId: second, category: 'account' });
    expect((await account.read(ticketId)).assigneeId).toBe(second);
    const { id } = await start({ promptVersion: 'p-2' });
    before = async () => {
      before = null;
      throw new OutsideError('zendesk', 'rejected', 'answered 422');
    };
    await run(id);
    expect(await account.read(ticketId)).toMatchObject({ assigneeId: second, fields: { category: 'billing' } });
    expect(await progress(id)).toMatchObject({ tickets: { undone: 1, failed: 0 }, left: { assigneeId: 1 } });
  });

  it('is not held up by a ticket that the helpdesk cannot serve', async () => {
    const [broken, other] = [account.open(), account.open()];
    for (const ticketId of [broken, other]) await account.write(ticketId);
    const { id } = await start();
    failing = broken;
    await expect(run(id)).rejects.toMatchObject({ code: 'server_error' });
    await expect(run(id)).rejects.toMatchObject({ code: 'server_error' });
    expect(await account.read(other)).toMatchObject(UNTOUCHED);
    for (let runs = 3; runs < 20; runs += 1) await expect(run(id)).rejects.toMatchObject({ code: 'server_error' });
    expect(await run(id)).toBe('undone');
    expect(await progress(id)).toMatchObject({ tickets: { undone: 1, failed: 1 }, shown: [{ code: 'server_error' }] });
  });

  it('ends also where a ticket never stands still', async () => {
    const ticketId = account.open();
    await account.write(ticketId);
    const { id } = await start();
    before = async () => {
      throw new OutsideError('zendesk', 'conflict', 'answered 409');
    };
    expect(await run(id)).toBe('undone');
    expect(await progress(id)).toMatchObject({ state: 'done', tickets: { failed: 1 }, shown: [{ code: 'conflict' }] });
  });
});
