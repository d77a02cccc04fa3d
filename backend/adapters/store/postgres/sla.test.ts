import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sla } from '../../../contract/triage.ts';
import type { Beside } from '../../../ports/store.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { aTriage } from '../../../test/ticket.ts';

const sla = (dueAt: string): Sla => ({
  firstReply: { hours: 4, dueAt, pausedSince: null, metAt: null },
  resolution: null,
});
const NOW = new Date('2026-01-05T12:00:00Z');
const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const notUsed = async () => {
  throw new Error('nothing was due');
};

describe.each(databases)('clocks on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());
  beforeEach(() => {
    tenantId = randomUUID();
  });

  const triaged = async (ticketId: string, beside: Beside, over = {}) => {
    const { stored } = await test.store.claimTriage({ tenantId, ticketId, contentHash: randomUUID(), force: false });
    const triage = aTriage({ ...stored.triage, ...over, routing: aTriage().routing, sla: sla('2026-01-05T14:00:00Z') });
    expect(await test.store.saveTriage(tenantId, { ...stored, triage }, beside)).toBe(true);
    return { ...stored, triage };
  };
  const take = async (now: Date, limit = 50) => {
    const taken: string[] = [];
    await test.store.takeDueClocks(tenantId, now, limit, async (_, ticketIds) => void taken.push(...ticketIds));
    return taken.toSorted();
  };
  const slaOf = async (id: string) => (await test.store.readTriage(tenantId, id))?.triage.sla;

  it('are taken when they are due, the most overdue first, and no one twice', async () => {
    for (const [ticketId, minutes] of [
      ['1', -3],
      ['2', -2],
      ['3', -1],
      ['4', 1],
    ] as const)
      await triaged(ticketId, { slaLookAt: at(minutes) });
    expect(await take(NOW, 2)).toEqual(['1', '2']);
    expect(await take(NOW)).toEqual(['3']);
    expect(await take(at(1))).toEqual(['4']);
    expect(await test.store.takeDueClocks(tenantId, at(1), 50, notUsed)).toBe(0);
  });

  it('are taken again when nobody has looked, since a process may have died', async () => {
    await triaged('1', { slaLookAt: NOW });
    expect(await take(NOW)).toEqual(['1']);
    expect(await take(at(9))).toEqual([]);
    expect(await take(at(10))).toEqual(['1']);
  });

  it('stay when what was to be enqueued could not be', async () => {
    await triaged('1', { slaLookAt: NOW });
    await expect(test.store.takeDueClocks(tenantId, NOW, 50, notUsed)).rejects.toThrow();
    expect(await take(NOW)).toEqual(['1']);
  });

  it('are shared by two that take at once', async () => {
    for (let n = 0; n < 20; n += 1) await triaged(String(n), { slaLookAt: NOW });
    const taken = (await Promise.all(Array.from({ length: 4 }, () => take(NOW, 10)))).flat();
    expect(new Set(taken).size).toBe(taken.length);
    expect(new Set([...taken, ...(await take(NOW))]).size).toBe(20);
  });

  it('go on, rest and end with what was read', async () => {
    const { triage } = await triaged('1', { slaLookAt: NOW });
    await test.store.saveSla(tenantId, triage.id, { sla: sla('2026-01-05T15:00:00Z'), lookAt: at(5) });
    expect([await take(NOW), await take(at(5))]).toEqual([[], ['1']]);
    await test.store.saveSla(tenantId, triage.id, { sla: sla('2026-01-05T16:00:00Z'), lookAt: undefined });
    expect([await slaOf(triage.id), await take(at(15))]).toEqual([sla('2026-01-05T16:00:00Z'), ['1']]);
    await test.store.saveSla(tenantId, triage.id, { sla: sla('2026-01-05T17:00:00Z'), lookAt: null });
    expect(await take(at(1_000))).toEqual([]);
  });

  it('are not set back by a triage that began before they were read', async () => {
    const stored = await triaged('1', { slaLookAt: NOW });
    await test.store.saveSla(tenantId, stored.triage.id, { sla: sla('2026-01-05T15:00:00Z'), lookAt: null });
    await test.store.saveTriage(tenantId, { ...stored, triage: { ...stored.triage, status: 'done' } });
    expect(await slaOf(stored.triage.id)).toEqual(sla('2026-01-05T15:00:00Z'));
    expect(await take(at(1_000))).toEqual([]);
  });

  it('belong to the newest triage that promised something', async () => {
    const first = await triaged('1', {});
    const { stored: skipped } = await test.store.claimTriage({
      tenantId,
      ticketId: '1',
      contentHash: 'thanks',
      force: false,
    });
    await test.store.saveTriage(tenantId, { ...skipped, triage: { ...skipped.triage, status: 'skipped' } });
    expect(await test.store.findRouted(tenantId, '1')).toEqual({
      triageId: first.triage.id,
      routing: first.triage.routing,
    });
    const second = await triaged('1', {});
    expect(await test.store.findRouted(tenantId, '1')).toMatchObject({ triageId: second.triage.id });
    expect(await test.store.findRouted(tenantId, '2')).toBeNull();
    expect(await test.store.findRouted(randomUUID(), '1')).toBeNull();
  });

  it('promise no solution for a triage from before there were any', async () => {
    const { triage } = await triaged('1', {});
    await test.database.query(
      `UPDATE triage SET body = body #- '{routing,resolutionHours}' #- '{routing,version}' WHERE tenant_id = $1`,
      [tenantId],
    );
    const routing = { ...triage.routing, resolutionHours: null, version: 0 };
    expect(await test.store.findRouted(tenantId, '1')).toEqual({ triageId: triage.id, routing });
  });

  it('are not set by the reading of a triage after which another has promised', async () => {
    const first = await triaged('1', { slaLookAt: at(60) });
    const second = await triaged('1', { slaLookAt: at(5) });
    const reading = { sla: sla('2026-01-05T15:00:00Z'), lookAt: at(60) };
    expect(await test.store.saveSla(tenantId, first.triage.id, reading)).toBe(false);
    expect(await take(at(5))).toEqual(['1']);
    expect(await test.store.saveSla(tenantId, second.triage.id, reading)).toBe(true);
    expect([await slaOf(second.triage.id), await take(at(59)), await take(at(60))]).toEqual([reading.sla, [], ['1']]);
  });

  it('can be stopped', async () => {
    await triaged('1', { slaLookAt: NOW });
    await test.store.stopClock(tenantId, '1');
    expect(await take(at(1_000))).toEqual([]);
  });
});
