import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Retention } from '../ports/erasure.ts';
import type { Queue } from '../ports/queue.ts';
import { markerOf } from '../ports/write-log.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aCustomer, anItem, type Customer, submit, triageOf } from '../test/two-people.ts';
import { type RetainParts, retain } from './retain.ts';

const FOR_GOOD: Retention = { triages: null, feedback: null, knowledge: null };

describe.each(databases)('retention on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  let old: Customer;
  let fresh: Customer;
  let removed: string[];
  let jobs: string[];
  let isUp: boolean;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    [tenantId, old, fresh] = [randomUUID(), aCustomer('old'), aCustomer('fresh')];
    [removed, jobs, isUp] = [[], [], true];
  });
  afterAll(() => test.close());

  const parts = (over: Partial<RetainParts> = {}): RetainParts => ({
    store: test.store,
    vectors: {
      isUp: async () => isUp,
      forTenant: (_, embedderId) =>
        ({
          remove: async (ids: string[]) => void removed.push(...ids.map((id) => `${embedderId}/${id}`)),
        }) as ReturnType<RetainParts['vectors']['forTenant']>,
    },
    queue: { enqueue: async (name: string) => void jobs.push(name) } as Pick<Queue, 'enqueue'>,
    ...over,
  });
  const run = (retention: Partial<Retention>) =>
    retain({ id: tenantId, retention: { ...FOR_GOOD, ...retention } }, parts());
  /** Makes a ticket's rows of one table so many days old. */
  const age = (table: string, column: string, days: number, where: string, value: string) =>
    test.database.query(
      `UPDATE ${table} SET ${column} = now() - make_interval(days => $2) WHERE tenant_id = $1 AND ${where} = $3`,
      [tenantId, days, value],
    );
  const tickets = async (table: string, column = 'ticket_id'): Promise<string[]> => {
    const rows = await test.database.query<{ id: string }>(
      `SELECT ${column} AS id FROM ${table} WHERE tenant_id = $1`,
      [tenantId],
    );
    return rows.map(({ id }) => id);
  };

  it('erases triages that are older than they may be, with their write-back, and keeps what was said of them', async () => {
    for (const customer of [old, fresh]) {
      const triageId = await triageOf(test.store, tenantId, customer);
      await submit(test.store, tenantId, customer, { triageId });
      await test.store.logWrite(tenantId, customer.ticketId, { marker: markerOf(triageId), changes: [] });
    }
    await age('triage', 'created_at', 31, 'ticket_id', old.ticketId);
    await age('triage', 'created_at', 29, 'ticket_id', fresh.ticketId);
    expect(await run({ triages: 30 })).toBe('erased');
    expect(await tickets('triage')).toEqual([fresh.ticketId]);
    expect(await tickets('write_log')).toEqual([fresh.ticketId]);
    expect(await tickets('sla_clock')).toEqual([fresh.ticketId]);
    expect((await tickets('feedback', `row->>'ticketId'`)).toSorted()).toEqual(
      [old.ticketId, fresh.ticketId].toSorted(),
    );
    expect(await run({ triages: 30 })).toBe('nothing');
  });

  it('erases with them what became of tickets in an undo that ended long ago', async () => {
    const begin = async () => {
      const begun = await test.store.startUndo(tenantId, { since: '2026-01-01T00:00:00Z' }, async () => {});
      await test.store.endUndo(tenantId, begun?.id ?? '');
      return begun?.id ?? '';
    };
    for (const customer of [old, fresh]) {
      const marker = markerOf(await triageOf(test.store, tenantId, customer));
      await test.store.logWrite(tenantId, customer.ticketId, { marker, changes: [] });
      const id = await begin();
      if (customer === old) await age('undo', 'done_at', 31, 'id::text', id);
    }
    await run({ triages: 30 });
    expect(await tickets('undo_ticket')).toEqual([fresh.ticketId]);
  });

  it('erases feedback and the tickets learned from, keeps votes, and counts the training down', async () => {
    for (const customer of [old, fresh])
      await submit(test.store, tenantId, customer, { triageId: await triageOf(test.store, tenantId, customer) });
    await test.store.beginTraining(tenantId, { trainedOn: 2, trainedFor: 't-1' });
    await age('feedback', 'at', 31, `row->>'ticketId'`, old.ticketId);
    await age('learned_ticket', 'at', 31, 'ticket_id', old.ticketId);
    expect(await run({ feedback: 30 })).toBe('erased');
    expect(await tickets('feedback', `row->>'ticketId'`)).toEqual([fresh.ticketId]);
    expect(await tickets('learned_ticket')).toEqual([fresh.ticketId]);
    expect(await tickets('vote')).toHaveLength(2);
    expect((await test.store.readLearned(tenantId)).trainedOn).toBe(1);
  });

  it('erases solved tickets with their vectors, approved ones too, and no article', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const [gold, article, undated] = [aCustomer('gold'), aCustomer('article'), aCustomer('undated')];
    await test.store.saveKnowledge(tenantId, [
      anItem(old, { resolvedAt: daysAgo(31) }),
      anItem(gold, { resolvedAt: daysAgo(31), gold: true }),
      anItem(undated, { resolvedAt: null }),
      anItem(fresh, { resolvedAt: daysAgo(29) }),
      anItem(article, { id: 'article:en:1', kind: 'article', ticketId: null, resolvedAt: daysAgo(400) }),
    ]);
    await test.store.markEmbedded(tenantId, 'e1', [{ id: `ticket:${fresh.ticketId}`, contentHash: fresh.mark }]);
    await age('knowledge_item', 'updated_at', 31, 'id', `ticket:${undated.ticketId}`);
    expect(await run({ knowledge: 30 })).toBe('erased');
    expect((await tickets('knowledge_item', 'id')).toSorted()).toEqual(['article:en:1', `ticket:${fresh.ticketId}`]);
    const gone = [old, gold, undated].map(({ ticketId }) => `e1/ticket:${ticketId}`);
    expect(removed.toSorted()).toEqual(gone.toSorted());
    expect(jobs).toContain('index-knowledge');
  });

  it('erases what repeats an undated ticket together with it', async () => {
    const others = Array.from({ length: 3 }, (_, at) => aCustomer(`other${at}`));
    const alike = [old, ...others].map(({ ticketId, person }) =>
      anItem({ ...old, ticketId, person }, { resolvedAt: null }),
    );
    expect(await test.store.saveKnowledge(tenantId, alike)).toMatchObject({ saved: 1, duplicates: 3 });
    for (const { item } of alike)
      for (const table of ['knowledge_item', 'knowledge_copy']) await age(table, 'updated_at', 31, 'id', item.id);
    for (let batch = 0; batch < 3; batch += 1)
      await test.store.eraseExpired(tenantId, { ...FOR_GOOD, knowledge: 30 }, 2);
    expect([await tickets('knowledge_item', 'id'), await tickets('knowledge_copy', 'id')]).toEqual([[], []]);
  });

  it('erases also what triages have quoted of a ticket that has expired', async () => {
    await test.store.saveKnowledge(tenantId, [anItem(old, { resolvedAt: '2020-01-01T00:00:00Z' })]);
    const triageId = await triageOf(test.store, tenantId, fresh, [`ticket:${old.ticketId}`]);
    expect(await run({ knowledge: 30 })).toBe('erased');
    const { triage } = (await test.store.readTriage(tenantId, triageId)) ?? {};
    expect(triage).toMatchObject({ status: 'done', sources: [], draft: null });
  });

  it('keeps knowledge for as long as its vectors cannot go, and erases all else', async () => {
    isUp = false;
    await test.store.saveKnowledge(tenantId, [anItem(old, { resolvedAt: '2020-01-01T00:00:00Z' })]);
    await triageOf(test.store, tenantId, old);
    await age('triage', 'created_at', 31, 'ticket_id', old.ticketId);
    await expect(run({ triages: 30, knowledge: 30 })).rejects.toMatchObject({ code: 'unreachable', retryable: true });
    expect(await tickets('triage')).toEqual([]);
    expect(await tickets('knowledge_item')).toEqual([old.ticketId]);
    isUp = true;
    expect(await run({ triages: 30, knowledge: 30 })).toBe('erased');
    expect(await tickets('knowledge_item')).toEqual([]);
  });

  it('has the index put right when the vectors fail after all', async () => {
    await test.store.saveKnowledge(tenantId, [anItem(old, { resolvedAt: '2020-01-01T00:00:00Z' })]);
    await test.store.markEmbedded(tenantId, 'e1', [{ id: `ticket:${old.ticketId}`, contentHash: old.mark }]);
    const forTenant = () => {
      throw new Error('down');
    };
    const failing = parts({ vectors: { isUp: async () => true, forTenant } });
    await expect(retain({ id: tenantId, retention: { ...FOR_GOOD, knowledge: 30 } }, failing)).rejects.toThrow('down');
    expect(jobs).toContain('index-knowledge');
  });

  it('erases in batches until nothing is left, and deliveries after 30 days whatever is set', async () => {
    const eventsOf = async (days: number, events: number) => {
      for (let event = 0; event < events; event += 1) {
        const eventKey = randomUUID();
        await test.store.saveInboxEvent({ tenantId, eventKey, ticketId: '1', type: 't' }, async () => {});
        await age('inbox', 'received_at', days, 'event_key', eventKey);
      }
    };
    await eventsOf(31, 7);
    await eventsOf(29, 2);
    const { more } = await test.store.eraseExpired(tenantId, FOR_GOOD, 3);
    expect(more).toBe(true);
    expect(await tickets('inbox')).toHaveLength(6);
    await run({});
    expect(await tickets('inbox')).toHaveLength(2);
  });

  it('drops an upload that nobody has imported', async () => {
    const runs = await Promise.all(
      [31, 29].map(async (days) => {
        const { id } = await test.store.startImport(tenantId, { source: 'file', dryRun: false, total: null });
        await test.store.saveUpload(tenantId, id, 0, new Uint8Array([days]));
        await age('import_run', 'updated_at', days, 'id::text', id);
        return id;
      }),
    );
    await run({});
    const left = await Promise.all(runs.map((id) => test.store.readUpload(tenantId, id, 0)));
    expect(left.map((bytes) => bytes && [...bytes])).toEqual([null, [29]]);
  });

  it('goes on with a wish to forget whose job is lost', async () => {
    await test.store.startErasure(tenantId, { ticketId: old.ticketId });
    await run({});
    expect(jobs).toEqual(['forget']);
  });
});
