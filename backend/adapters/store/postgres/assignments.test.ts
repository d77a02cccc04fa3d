import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Turns } from '../../../ports/assignment.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { createAssignmentStore } from './assignments.ts';

const AGENTS = ['1', '2', '3', '4', '5'];
const TICKETS = 100;

/** Who has the fewest of the recent ones, then who had a turn the longest ago. */
const fewest = ({ recent, lastTurn }: Turns): string => {
  const rank = (id: string) => recent.filter(({ agentId }) => agentId === id).length * 1e6 + (lastTurn.get(id) ?? 0);
  return AGENTS.toSorted((a, b) => rank(a) - rank(b))[0] ?? '';
};

describe.each(databases)('choosing agents in turn, on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());

  const aTicket = async (tenantId: string, ticketId: string) => {
    await test.store.claimTriage({ tenantId, ticketId, contentHash: 'h', force: false });
  };
  const turnsOf = async (tenantId: string, ticketId: string): Promise<Turns> => {
    let seen: Turns | undefined;
    await test.store.chooseInTurn(tenantId, ticketId, (turns) => {
      seen = turns;
      return null;
    });
    if (!seen) throw new Error('nobody was asked');
    return seen;
  };

  it(`gives ${TICKETS} tickets that come to two stores at once out evenly`, async () => {
    const tenantId = randomUUID();
    const tickets = Array.from({ length: TICKETS }, (_, index) => String(index));
    for (const ticketId of tickets) await aTicket(tenantId, ticketId);
    const stores = [test.store, createAssignmentStore(test.database)];
    await Promise.all(tickets.map((ticketId, index) => stores[index % 2]?.chooseInTurn(tenantId, ticketId, fewest)));
    const { recent } = await turnsOf(tenantId, 'another');
    expect(recent).toHaveLength(TICKETS);
    for (const id of AGENTS) expect(recent.filter(({ agentId }) => agentId === id)).toHaveLength(20);
  });

  it('remembers whom a ticket had, and takes the same choice for no new turn', async () => {
    const tenantId = randomUUID();
    for (const ticketId of ['7', '8']) await aTicket(tenantId, ticketId);
    await test.store.chooseInTurn(tenantId, '7', () => '1');
    await test.store.chooseInTurn(tenantId, '8', () => '2');
    await test.store.chooseInTurn(tenantId, '7', () => '1');
    expect(await turnsOf(tenantId, '7')).toEqual({
      standing: '1',
      recent: [{ agentId: '2', ticketId: '8' }],
      lastTurn: new Map([
        ['1', 1],
        ['2', 2],
      ]),
    });
    expect(await turnsOf(randomUUID(), '7')).toEqual({ standing: null, recent: [], lastTurn: new Map() });
  });

  it('counts nothing as recent after ten minutes, and still knows whom the ticket had', async () => {
    const tenantId = randomUUID();
    for (const ticketId of ['7', '8']) await aTicket(tenantId, ticketId);
    for (const ticketId of ['7', '8']) await test.store.chooseInTurn(tenantId, ticketId, () => '1');
    await test.database.query(`UPDATE assignment SET at = now() - interval '11 minutes' WHERE tenant_id = $1`, [
      tenantId,
    ]);
    expect(await turnsOf(tenantId, '7')).toMatchObject({ standing: '1', recent: [] });
  });

  it('remembers it no longer than other passing things, also where nobody is chosen any more', async () => {
    const tenantId = randomUUID();
    await aTicket(tenantId, '7');
    await test.store.chooseInTurn(tenantId, '7', () => '1');
    await test.database.query(`UPDATE assignment SET at = now() - interval '31 days' WHERE tenant_id = $1`, [tenantId]);
    await test.store.eraseExpired(tenantId, { triages: null, feedback: null, knowledge: null }, 10);
    expect(await turnsOf(tenantId, '7')).toMatchObject({ standing: null, lastTurn: new Map([['1', 1]]) });
  });

  it('keeps nothing when the choice fails', async () => {
    const tenantId = randomUUID();
    await aTicket(tenantId, '7');
    const failing = test.store.chooseInTurn(tenantId, '7', () => {
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await turnsOf(tenantId, '7')).toMatchObject({ standing: null, lastTurn: new Map() });
  });

  it('forgets the ticket with the ticket, and takes no choice for one that was forgotten', async () => {
    const tenantId = randomUUID();
    await aTicket(tenantId, '7');
    await test.store.chooseInTurn(tenantId, '7', () => '1');
    const { id } = await test.store.startErasure(tenantId, { ticketId: '7' });
    await test.store.eraseSubject(tenantId, id);
    expect(await turnsOf(tenantId, '7')).toMatchObject({ standing: null });
    await test.store.chooseInTurn(tenantId, '7', () => '1');
    expect(await turnsOf(tenantId, '7')).toMatchObject({ standing: null });
  });
});
