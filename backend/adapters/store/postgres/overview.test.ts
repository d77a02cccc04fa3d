import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ComparedField } from '../../../contract/overview.ts';
import type { Triage } from '../../../contract/triage.ts';
import { bucketOf, bucketStart, type Series } from '../../../ports/overview.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { acts, anAct } from '../../../test/overview-acts.ts';
import { EVER, EVERY_SERIES, openHistory, type TestHistory, ZONE } from '../../../test/overview-history.ts';
import { recountTicket } from '../../../test/recount.ts';
import { bucketSql } from './overview-entries.ts';

const RUNS = 4;
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

describe.each(databases)('what leads look at, on $kind', ({ open }) => {
  let test: TestDatabase;
  let history: TestHistory;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());
  beforeEach(() => {
    history = openHistory(test);
  });

  const foldAll = async (limit = 100) => {
    while ((await history.fold(limit)) > 0);
  };
  /** What is kept beside what a count of everything gives. */
  const counted = async () => {
    const kept = await test.store.readTallies(history.tenantId, EVERY_SERIES, EVER);
    return new Map(
      kept.map((one) => [`${one.series}|${one.day}|${one.key}|${one.second}`, [one.tickets, round(one.total)]]),
    );
  };
  const recounted = async () => {
    const sums = new Map<string, [number, number]>();
    for (const ticket of (await history.read()).values()) {
      const { day, entries } = recountTicket(ticket, ZONE) ?? { day: '', entries: [] };
      for (const [series, key, second, total] of entries) {
        const name = `${series}|${day}|${key}|${second}`;
        const [tickets, before] = sums.get(name) ?? [0, 0];
        sums.set(name, [tickets + 1, before + total]);
      }
    }
    return new Map([...sums].map(([name, [tickets, total]]) => [name, [tickets, round(total)]]));
  };
  const sum = async (series: Series) =>
    Object.fromEntries(
      (await test.store.sumTallies(history.tenantId, [series], EVER)).map(({ key, second, tickets }) => [
        second ? `${key} ${second}` : key,
        tickets,
      ]),
    );

  it('is what a count of everything gives, whatever happens and however it is counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 4, maxLength: 18 }), async (list) => {
        history = openHistory(test);
        for (const act of list) await acts[act.kind](history, act as never);
        await foldAll(20);
        expect(await counted()).toEqual(await recounted());
        expect((await test.store.readCounted(history.tenantId)).waiting).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes a mark that stays for agreement, where it had been on the ticket', async () => {
    const reasons = [{ layer: 'signal' as const, rule: 'legal', phrase: null }];
    const escalation = { flagged: true, risk: 'high' as const, reasons };
    for (const ticketId of ['stays', 'goes', 'never', 'later']) {
      await history.triage(ticketId, { body: { escalation } });
      if (ticketId !== 'never') await history.mark(ticketId);
    }
    for (const ticketId of ['stays', 'never']) await history.submit(ticketId, { final: { escalation: 'yes' } });
    await history.submit('goes', { final: { escalation: null } });
    await history.submit('later', { final: { escalation: 'yes' }, at: '2020-01-01T00:00:00Z' });
    await foldAll();
    expect(await sum('matrix:escalation')).toEqual({ 'yes yes': 1, 'yes none': 1 });
    expect(await sum('escalation')).toEqual({
      ...{ 'signal:legal fired': 4, 'signal:legal agreed': 1, 'signal:legal agreed_alone': 1 },
      ...{ 'signal:legal removed': 1, 'signal:legal removed_alone': 1 },
    });
    expect(await counted()).toEqual(await recounted());
  });

  it('counts no ticket twice when many count at once', async () => {
    for (let n = 0; n < 12; n += 1) await history.triage(String(n));
    for (let round = 0; round < 4; round += 1)
      await Promise.all([0, 1, 2].map(async (each) => [await history.fold(4), await history.submit(`${each}`)]));
    await foldAll();
    expect(await counted()).toEqual(await recounted());
    expect(await sum('decided_by')).toEqual({ builtin: 12 });
  });

  it('says until when it has counted, and how much waits', async () => {
    await history.triage('1');
    await history.triage('2');
    const before = await test.store.readCounted(history.tenantId);
    expect(before.waiting).toBe(2);
    await foldAll();
    const after = await test.store.readCounted(history.tenantId);
    expect([after.waiting, after.countedAt > before.countedAt]).toEqual([0, true]);
  });

  it('notes nothing of a triage that is not done, and of feedback only what was submitted', async () => {
    const { stored } = await test.store.claimTriage({
      ...{ tenantId: history.tenantId, ticketId: '1', contentHash: 'x', force: false },
    });
    await test.store.saveTriage(history.tenantId, { ...stored, triage: { ...stored.triage, status: 'drafting' } });
    const done = await history.triage('2');
    await history.say(done, { type: 'rated' });
    expect((await test.store.readCounted(history.tenantId)).waiting).toBe(1);
    expect(await history.fold(9)).toBe(1);
  });

  it('keeps a ticket that is being triaged anew as it was counted', async () => {
    await history.triage('1', { hash: 'same' });
    await foldAll();
    const before = await counted();
    await test.store.claimTriage({
      ...{ tenantId: history.tenantId, ticketId: '1', contentHash: 'same', force: true },
    });
    await foldAll();
    expect(before.size).toBeGreaterThan(0);
    expect(await counted()).toEqual(before);
  });

  it('keeps counts of tickets that are forgotten or too old, and nothing that names them', async () => {
    for (const ticketId of ['1', '2', '3']) {
      await history.triage(ticketId);
      await history.submit(ticketId, { final: { category: 'account' } });
      await history.stand(ticketId, 'open');
    }
    await foldAll();
    const before = await counted();
    await history.submit('1', { final: { category: 'billing' } });
    const { id } = await test.store.startErasure(history.tenantId, { ticketId: '1' });
    await test.store.eraseSubject(history.tenantId, id);
    await test.database.query(`UPDATE triage SET created_at = '2020-01-01' WHERE tenant_id = $1 AND ticket_id = '2'`, [
      history.tenantId,
    ]);
    await test.store.eraseExpired(history.tenantId, { triages: 2000, feedback: null, knowledge: null }, 9);
    await history.stand('1', 'solved');
    await foldAll();
    for (const table of ['ticket_fact', 'ticket_standing', 'overview_change', 'triage'])
      expect([table, await history.ticketsIn(table)]).toEqual([table, table === 'overview_change' ? [] : ['3']]);
    expect(await counted()).toEqual(before);
  });

  it('keeps what was said when the feedback is too old, and what was decided when the triage is', async () => {
    await history.triage('1', { hash: 'question', over: { category: 'billing' } });
    await history.submit('1', { final: { category: 'account' } });
    await foldAll();
    const before = await counted();
    await test.database.query('DELETE FROM feedback WHERE tenant_id = $1', [history.tenantId]);
    await history.stand('1', 'solved');
    await foldAll();
    expect(await counted()).toEqual(before);
    await history.triage('1', { hash: 'thanks', skipped: true });
    await test.database.query(`DELETE FROM triage WHERE tenant_id = $1 AND content_hash = 'question'`, [
      history.tenantId,
    ]);
    await foldAll();
    expect(await counted()).toEqual(before);
  });

  it('shows the tickets behind a cell, as many as the matrix counts, a page at a time', async () => {
    for (let n = 0; n < 7; n += 1) {
      await history.triage(String(n), { over: { category: n < 5 ? 'billing' : 'account' } });
      await history.submit(String(n), { final: { category: n % 4 === 0 ? 'shipping' : 'billing', group: null } });
    }
    await foldAll();
    expect(await sum('matrix:category')).toEqual({
      ...{ 'account billing': 2, 'billing billing': 3, 'billing shipping': 2 },
    });
    const pages: string[][] = [];
    const cell = { ...EVER, field: 'category' as ComparedField, suggested: 'billing', final: 'billing' };
    let cursor: string | null = null;
    do {
      const page = await test.store.readCellTickets(history.tenantId, cell, { cursor, limit: 2 });
      pages.push(page.tickets.map(({ ticketId }) => ticketId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(pages).toEqual([['3', '2'], ['1']]);
    const none = { ...cell, field: 'group' as ComparedField, suggested: '501', final: 'none' };
    const first = await test.store.readCellTickets(history.tenantId, none, { cursor: 'nonsense', limit: 9 });
    expect(first.tickets.length).toBe(7);
    expect(first.tickets[0]).toMatchObject({ ticketId: '6', language: 'en', confidence: 0.9, decidedBy: 'builtin' });
    const { day } = (await test.store.readTallies(history.tenantId, ['matrix:group'], EVER)).at(-1) ?? { day: '' };
    const later = { ...none, from: '2999-01-01', to: '2999-12-31' };
    expect((await test.store.readCellTickets(history.tenantId, later, { cursor: null, limit: 9 })).tickets).toEqual([]);
    expect((await test.store.readTallies(history.tenantId, ['matrix:group'], { from: day, to: day })).length).toBe(1);
  });

  describe('the queue', () => {
    let queue: TestHistory;
    const now = new Date();
    const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
    const due = (minutes: number): Partial<Triage> => ({
      sla: {
        firstReply: { hours: 4, dueAt: inMinutes(minutes), pausedSince: null, metAt: null },
        resolution: { hours: 9, dueAt: inMinutes(minutes + 600), pausedSince: null, metAt: null },
      },
    });
    const read = (filter = {}, limit = 50, cursor: string | null = null) =>
      test.store.readQueue(queue.tenantId, filter, { cursor, limit, now });
    const idsOf = async (filter = {}) => (await read(filter)).tickets.map(({ ticketId }) => ticketId);

    beforeAll(async () => {
      queue = openHistory(test);
      const replied = inMinutes(-5);
      const met = { hours: 4, dueAt: inMinutes(-1), pausedSince: null, metAt: replied };
      const resolution = { hours: 9, dueAt: inMinutes(30), pausedSince: null, metAt: null };
      await queue.triage('late', { body: due(-10), over: { urgency: 'P1' } });
      await queue.triage('soon', { body: due(59), over: { category: 'account' } });
      await queue.triage('later', { body: { ...due(200), language: 'de' } });
      await queue.triage('replied', { body: { sla: { firstReply: met, resolution } }, over: { needsReview: true } });
      await queue.triage('answered', { body: { sla: { firstReply: met, resolution: null } } });
      await queue.triage('pending', { body: { ...due(5), escalation: { flagged: true, risk: 'low', reasons: [] } } });
      for (const over of ['solved', 'closed', 'deleted']) await queue.triage(over, { body: due(-20) });
      await queue.triage('thanks', { skipped: true });
      await queue.triage('long ago', { body: due(-20), at: new Date(now.getTime() - 61 * 86_400_000) });
      for (const status of ['pending', 'solved', 'closed', 'deleted']) await queue.stand(status, status);
      await queue.stand('late', 'new', '77');
      await queue.fold(100);
    });

    it('lists what is open by what is due first', async () => {
      const { tickets, total, nextCursor } = await read();
      expect(tickets.map(({ ticketId, state, due: what }) => `${ticketId} ${state} ${what}`)).toEqual([
        ...['late overdue first_reply', 'replied due_soon resolution', 'soon due_soon first_reply'],
        ...['later on_time first_reply', 'answered waiting null', 'pending waiting null'],
      ]);
      expect([total, nextCursor]).toEqual([6, null]);
      expect(tickets[0]).toMatchObject({
        status: 'new',
        groupId: '77',
        urgency: 'P1',
        unsure: false,
        dueAt: inMinutes(-10),
      });
      expect(tickets[0]?.sla?.resolution?.dueAt).toBe(inMinutes(590));
      expect(tickets[1]).toMatchObject({ status: 'open', groupId: '501', team: 'billing_support', unsure: true });
    });

    it('goes on where a page ended', async () => {
      const first = await read({}, 4);
      const second = await read({}, 4, first.nextCursor);
      const third = await read({}, 5, (await read({}, 5)).nextCursor);
      expect([...first.tickets, ...second.tickets]).toEqual((await read()).tickets);
      expect([second.nextCursor, third.tickets.map(({ ticketId }) => ticketId)]).toEqual([null, ['pending']]);
      expect((await read({}, 50, 'WyJub25zZW5zZSIsMSwyXQ')).tickets.length).toBe(6);
    });

    it('filters, and counts of each filter what passes the others', async () => {
      expect(await idsOf({ state: 'due_soon' })).toEqual(['replied', 'soon']);
      expect(await idsOf({ group: '77' })).toEqual(['late']);
      expect(await idsOf({ escalated: true })).toEqual(['pending']);
      expect(await idsOf({ unsure: false, language: 'en', state: 'due_soon' })).toEqual(['soon']);
      const { choices, total } = await read({ state: 'due_soon', category: 'billing' });
      expect(total).toBe(1);
      expect(choices).toEqual({
        state: ['waiting 2', 'due_soon 1', 'on_time 1', 'overdue 1'].map(toChoice),
        category: ['account 1', 'billing 1'].map(toChoice),
        urgency: [toChoice('P2 1')],
        language: [toChoice('en 1')],
        group: [toChoice('501 1')],
      });
    });

    it('has a ticket again that is opened again', async () => {
      await queue.stand('solved', 'open');
      await queue.fold(100);
      expect((await idsOf())[0]).toBe('solved');
    });
  });

  it('sorts hours into the buckets that the port names', async () => {
    const edges = Array.from({ length: 100 }, (_, bucket) => bucketStart(bucket));
    const hours = [
      ...edges.flatMap((edge) => [edge * (1 - 1e-9), edge * (1 + 1e-9)]),
      ...fc.sample(fc.double({ min: 0, max: 9_000, noNaN: true }), 400),
    ];
    const rows = await test.database.query<{ bucket: number }>(
      `SELECT ${bucketSql('hours')} AS bucket FROM unnest($1::float8[]) WITH ORDINALITY AS each (hours, nth) ORDER BY nth`,
      [hours],
    );
    expect(rows.map(({ bucket }) => bucket)).toEqual(hours.map(bucketOf));
  });
});

const toChoice = (text: string) => {
  const [key, tickets] = text.split(' ');
  return { key, tickets: Number(tickets) };
};
