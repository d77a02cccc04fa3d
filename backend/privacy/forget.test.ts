import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../adapters/store/postgres/database.ts';
import { createVaultCipher } from '../adapters/store/postgres/vault-cipher.ts';
import { createChroma } from '../adapters/vectors/chroma/create-chroma.ts';
import { type ChromaServer, startChromaServer } from '../adapters/vectors/chroma/start-server.ts';
import { erasureReceiptSchema } from '../contract/erasure.ts';
import type { Embedder } from '../ports/embedder.ts';
import { OutsideError } from '../ports/errors.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aCustomer, anItem, type Customer, EMBEDDERS, leaveTraces, triageOf } from '../test/two-people.ts';
import { type ForgetParts, forget, forgetNow, startForgetting } from './forget.ts';

const cipher = createVaultCipher(new Uint8Array(32).fill(7));

/** All that the database holds, row by row, with what is sealed opened. */
async function dump(database: Database, tenantId: string): Promise<{ table: string; row: string }[]> {
  const tables = await database.query<{ table: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS table FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  const rows: { table: string; row: string }[] = [];
  for (const { table } of tables) {
    const found = await database.query<{ row: string }>(`SELECT to_jsonb(one)::text AS row FROM ${table} AS one`);
    for (const { row } of found) {
      const sealed = /"(?:vault|sealed)": "\\\\x([0-9a-f]+)"/.exec(row)?.[1];
      const open = sealed && row.includes(tenantId) ? cipher.open(Buffer.from(sealed, 'hex'), tenantId) : {};
      rows.push({ table, row: row + JSON.stringify(open) });
    }
  }
  return rows;
}

const traces = ({ mark, ticketId, person }: Customer) => new RegExp([mark, ticketId, person.id].join('|'));

describe.each(databases)('forgetting on $kind', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-forget-'));
  let test: TestDatabase;
  let queue: Queue;
  let chroma: ChromaServer;
  let parts: ForgetParts & { store: TestDatabase['store']; vectors: ReturnType<typeof createChroma> };
  let tenant: { id: string; embedder: Embedder };
  let [ada, ben] = [aCustomer('ada'), aCustomer('ben')];
  beforeAll(async () => {
    test = await open();
    queue = await test.openQueue();
    chroma = await startChromaServer(folder);
  });
  afterAll(async () => {
    await queue.close();
    await test.close();
    await chroma.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    [ada, ben] = [aCustomer('ada'), aCustomer('ben')];
    tenant = { id: randomUUID(), embedder: { id: 'e1' } as Embedder };
    parts = { store: test.store, queue, vectors: createChroma(chroma), models: { refresh: async () => true } };
    await leaveTraces(tenant.id, [ada, ben], { ...parts, queue });
    await test.store.saveModel(tenant.id, { version: 'own', bytes: new Uint8Array(), seen: [ada.ticketId] });
  });

  const rowsOf = async (customer: Customer) =>
    (await dump(test.database, tenant.id)).filter(({ row }) => traces(customer).test(row));
  const vectorIds = async (embedderId: string) =>
    (await parts.vectors.forTenant(tenant.id, embedderId).nearest([1, 0, 0], 10)).map(({ id }) => id);
  const ERASED = {
    ...{ tickets: 1, triages: 1, feedback: 1, votes: 1, learnedTickets: 1, knowledgeItems: 1 },
    ...{ vectors: 2, jobs: 3, model: true },
  };
  const expectForgotten = async () => {
    expect(await rowsOf(ada)).toEqual([]);
    for (const embedderId of EMBEDDERS) expect(await vectorIds(embedderId)).toEqual([`ticket:${ben.ticketId}`]);
  };

  it.each([
    ['a ticket', () => ({ ticketId: ada.ticketId })],
    ['a person by id', () => ({ personId: ada.person.id })],
    ['a person by address, however it is written', () => ({ email: ` ${ada.person.email?.toUpperCase()} ` })],
  ])('leaves nothing of %s, and everything of others', async (_, subject) => {
    const [ofAda, ofBen] = [await rowsOf(ada), await rowsOf(ben)];
    expect(new Set(ofAda.map(({ table }) => table)).size).toBeGreaterThanOrEqual(10);
    const receipt = await forgetNow(tenant, subject(), parts);
    expect(erasureReceiptSchema.parse(receipt)).toMatchObject({ state: 'done', erased: ERASED });
    await expectForgotten();
    // The report named both; it names him still.
    const isReport = ({ table }: { table: string }) => table.endsWith('import_run');
    const left = await rowsOf(ben);
    expect(left.filter((row) => !isReport(row))).toEqual(ofBen.filter((row) => !isReport(row)));
    expect(left.filter(isReport)).toHaveLength(1);
    expect(await test.store.readModelVersion(tenant.id)).toBeNull();
  });

  it('names nobody in the receipt, and seals the name for as long as it waits', async () => {
    const { id } = await startForgetting(tenant.id, { email: ada.person.email ?? '' }, parts);
    const rows = await test.database.query<{ row: string }>(
      'SELECT to_jsonb(one)::text AS row FROM erasure AS one WHERE id = $1',
      [id],
    );
    expect(rows.map(({ row }) => row).join()).not.toMatch(traces(ada));
    expect((await test.store.readErasure(tenant.id, id))?.state).toBe('waiting');
  });

  it('keeps out what was forgotten when it is imported again, also the other tickets of a person', async () => {
    await forgetNow(tenant, { personId: ada.person.id }, parts);
    const otherTicket = { ...aCustomer('ada'), person: ada.person };
    const withoutHer = { ...ada, person: ben.person };
    const saved = await test.store.saveKnowledge(tenant.id, [anItem(ada), anItem(otherTicket), anItem(withoutHer)]);
    expect(saved).toMatchObject({ saved: 0, forgotten: 2 });
    await expectForgotten();
  });

  it('lets a ticket that repeated a forgotten one stand for itself', async () => {
    const [first, second] = [aCustomer('ada'), aCustomer('ben')];
    const same = { title: anItem(first).item.title, question: anItem(first).item.question };
    const words = { ...same, answer: anItem(first).item.answer, resolution: null };
    await test.store.saveKnowledge(tenant.id, [anItem(first)]);
    const { duplicates } = await test.store.saveKnowledge(tenant.id, [anItem(second, words)]);
    expect(duplicates).toBe(1);
    await forgetNow(tenant, { ticketId: first.ticketId }, parts);
    const ids = [first, second].map(({ ticketId }) => `ticket:${ticketId}`);
    const kept = await test.store.readKnowledge(tenant.id, ids);
    expect(kept.map(({ id }) => id)).toEqual([`ticket:${second.ticketId}`]);
    expect(await queue.countWaiting('index-knowledge')).toBeGreaterThan(0);
  });

  it('takes what was quoted of a forgotten ticket out of the triages of others', async () => {
    const [of, and] = [`ticket:${ada.ticketId}`, `ticket:${ben.ticketId}`];
    const id = await triageOf(test.store, tenant.id, ben, [of, and]);
    await forgetNow(tenant, { ticketId: ada.ticketId }, parts);
    const stored = await test.store.readTriage(tenant.id, id);
    expect(stored?.triage.sources?.map((source) => source.id)).toEqual([and]);
    expect(stored?.triage.draft).toBeNull();
    await expectForgotten();
  });

  const killed = () => {
    throw new Error('killed');
  };
  it.each<[string, () => Partial<ForgetParts>]>([
    ['before the vectors went', () => ({ vectors: { forTenant: killed } })],
    [
      'between the collections',
      () => {
        let calls = 0;
        const forTenant: ForgetParts['vectors']['forTenant'] = (...args) =>
          calls++ === 1 ? killed() : parts.vectors.forTenant(...args);
        return { vectors: { forTenant } };
      },
    ],
    ['before the model was let go', () => ({ models: { refresh: killed } })],
    ['before the jobs went', () => ({ queue: { ...queue, drop: killed } })],
    [
      'when the jobs had gone',
      () => {
        const drop: Queue['drop'] = async (...args) => {
          await queue.drop(...args);
          return killed();
        };
        return { queue: { ...queue, drop } };
      },
    ],
  ])('goes on when it was killed %s, and counts the same', async (_, broken) => {
    const { id } = await startForgetting(tenant.id, { personId: ada.person.id }, parts);
    await expect(forget(tenant, id, { ...parts, ...broken() })).rejects.toThrow('killed');
    expect(await test.store.readErasure(tenant.id, id)).toMatchObject({ state: 'waiting', erased: null });
    expect(await forget(tenant, id, parts)).toBe('forgotten');
    expect(await test.store.readErasure(tenant.id, id)).toMatchObject({ state: 'done', erased: ERASED });
    expect(await forget(tenant, id, parts)).toBe('ended_before');
    await expectForgotten();
  });

  it('waits for vectors that cannot be reached, with the rest erased', async () => {
    const forTenant = () => {
      throw new OutsideError('chroma', 'unreachable', 'down');
    };
    await expect(
      forgetNow(tenant, { ticketId: ada.ticketId }, { ...parts, vectors: { forTenant } }),
    ).rejects.toMatchObject({ retryable: true });
    expect((await rowsOf(ada)).filter(({ table }) => !/erasure|pgboss/.test(table))).toEqual([]);
    const [receipt] = await test.store.listErasures(tenant.id, 10);
    expect(await forget(tenant, receipt?.id ?? '', parts)).toBe('forgotten');
    await expectForgotten();
  });

  it('gives the receipt that waits to whoever asks again, and a new one once it is done', async () => {
    const subject = { ticketId: ada.ticketId };
    const first = await startForgetting(tenant.id, subject, parts);
    expect((await startForgetting(tenant.id, subject, parts)).id).toBe(first.id);
    await forget(tenant, first.id, parts);
    const second = await forgetNow(tenant, subject, parts);
    expect(second.id).not.toBe(first.id);
    expect(second.erased).toMatchObject({ tickets: 0, triages: 0, vectors: 0, model: false });
  });

  it('enqueues its job with the wish, or neither', async () => {
    const { id } = await startForgetting(tenant.id, { ticketId: ada.ticketId }, parts);
    expect(await queue.drop('forget', keyOf({ tenantId: tenant.id, erasureId: id }))).toBe(1);
    const enqueue = () => Promise.reject(new Error('no queue'));
    const wish = startForgetting(tenant.id, { ticketId: ben.ticketId }, { ...parts, queue: { ...queue, enqueue } });
    await expect(wish).rejects.toThrow('no queue');
    expect(await test.store.listErasures(tenant.id, 10)).toHaveLength(1);
  });
});
