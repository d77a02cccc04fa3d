import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../../../test/databases.ts';

const TABLES = ['ticket_seen', 'asked_details'];

describe.each(databases)('what is known of tickets on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    tenantId = randomUUID();
  });
  afterAll(() => test.close());

  const note = async (ticketId: string, triageId = randomUUID()) => {
    await test.store.saveTriaged(tenantId, ticketId, new Date());
    await test.store.saveFollowed(tenantId, ticketId, new Date());
    await test.store.saveFlagged(tenantId, ticketId, new Date());
    for (let time = 0; time < 2; time += 1) await test.store.takeUpdate(tenantId, ticketId, 2);
    return test.store.claimQuestion(tenantId, ticketId, triageId);
  };
  const kept = async () => {
    const counts = [];
    for (const table of TABLES) {
      const rows = await test.database.query(`SELECT 1 FROM ${table} WHERE tenant_id = $1`, [tenantId]);
      counts.push(rows.length);
    }
    return counts;
  };

  it('never goes back, whichever job ends last', async () => {
    const [early, late] = [new Date('2026-05-04T12:00:00Z'), new Date('2026-05-04T13:00:00Z')];
    await test.store.saveTriaged(tenantId, '1', late);
    await test.store.saveTriaged(tenantId, '1', early);
    const at = '2026-05-04T12:30:00Z';
    const changed = [{ id: '1', status: 'open', updatedAt: at, commentedAt: at }];
    expect(await test.store.findUntriaged(tenantId, changed, new Date(0))).toEqual([]);
  });

  it('lets one triage of a ticket ask for details, and that one again', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    expect(await test.store.claimQuestion(tenantId, '1', one)).toBe(true);
    expect(await test.store.claimQuestion(tenantId, '1', one)).toBe(true);
    expect(await test.store.claimQuestion(tenantId, '1', other)).toBe(false);
    expect(await test.store.claimQuestion(randomUUID(), '1', other)).toBe(true);
  });

  it('is erased with its ticket, and stays erased', async () => {
    expect(await note('1')).toBe(true);
    await note('2');
    expect(await kept()).toEqual([2, 2]);
    const { id } = await test.store.startErasure(tenantId, { ticketId: '1' }, async () => {});
    await test.store.eraseSubject(tenantId, id);
    expect(await note('1')).toBe(false);
    expect(await kept()).toEqual([1, 1]);
  });

  it('passes after a month, but not that a customer was asked', async () => {
    await note('1');
    for (const table of TABLES)
      await test.database.query(`UPDATE ${table} SET at = now() - interval '31 days' WHERE tenant_id = $1`, [tenantId]);
    await test.store.eraseExpired(tenantId, { triages: null, feedback: null, knowledge: null }, 100);
    expect(await kept()).toEqual([0, 1]);
  });
});
