import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MaskedText } from '../../../ports/engine.ts';
import type { ErasureSubject } from '../../../ports/erasure.ts';
import type { Claim } from '../../../ports/store.ts';
import { markerOf } from '../../../ports/write-log.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { aCustomer, anItem, type Customer, submit, triageOf } from '../../../test/two-people.ts';
import { createFingerprints } from './fingerprints.ts';
import { saveEntries } from './save-knowledge.ts';

describe.each(databases)('what happens beside an erasure, on $kind', ({ kind, open }) => {
  let test: TestDatabase;
  let tenantId: string;
  let ada: Customer;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    [tenantId, ada] = [randomUUID(), aCustomer('ada')];
  });
  afterAll(() => test.close());

  const claim = (over: Partial<Claim> = {}): Claim => ({
    ...{ tenantId, ticketId: ada.ticketId, contentHash: 'h', force: false },
    ...over,
  });
  const erase = async (subject: ErasureSubject) => {
    const { id } = await test.store.startErasure(tenantId, subject);
    return test.store.eraseSubject(tenantId, id);
  };
  const count = async (table: string): Promise<number> => {
    const [row] = await test.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE tenant_id = $1`,
      [tenantId],
    );
    return row?.count ?? 0;
  };
  const beside = () => ({
    reading: { subject: ada.mark as MaskedText, text: ada.mark as MaskedText, language: 'en' },
    vault: { '[NAME_1]': ada.mark },
    people: [ada.person],
  });

  it('lets no triage end that was running when its ticket was forgotten', async () => {
    const { stored } = await test.store.claimTriage(claim());
    await erase({ ticketId: ada.ticketId });
    expect(await test.store.saveTriage(tenantId, stored, beside())).toBe(false);
    expect(await count('triage')).toBe(0);
  });

  it('lets no triage end that did not know yet whose it is when that person was forgotten', async () => {
    const { stored } = await test.store.claimTriage(claim());
    await erase({ personId: ada.person.id });
    expect(await test.store.saveTriage(tenantId, stored, beside())).toBe(false);
    expect(await count('triage')).toBe(0);
  });

  it('triages a forgotten ticket again when an agent asks, and not for a delivery', async () => {
    await erase({ ticketId: ada.ticketId });
    const unasked = await test.store.claimTriage(claim({ unasked: true }));
    expect(unasked).toMatchObject({ mine: false, stored: { triage: { status: 'skipped' } } });
    expect(await count('triage')).toBe(0);
    const { mine, stored } = await test.store.claimTriage(claim());
    expect(mine).toBe(true);
    expect(await test.store.saveTriage(tenantId, stored, beside())).toBe(true);
  });

  it('triages whom it does not know for a delivery too', async () => {
    await erase({ ticketId: 'another' });
    expect((await test.store.claimTriage(claim({ unasked: true }))).mine).toBe(true);
  });

  it.each<[string, (customer: Customer) => ErasureSubject]>([
    ['the ticket', ({ ticketId }) => ({ ticketId })],
    ['its person', ({ person }) => ({ personId: person.id })],
  ])('learns nothing more when %s was forgotten', async (_, subject) => {
    await erase(subject(ada));
    const triageId = await triageOf(test.store, tenantId, ada);
    expect(await submit(test.store, tenantId, ada, { triageId })).toBe(true);
    expect([await count('vote'), await count('learned_ticket')]).toEqual([0, 0]);
    const ben = aCustomer('ben');
    await submit(test.store, tenantId, ben, { triageId: await triageOf(test.store, tenantId, ben) });
    expect([await count('vote'), await count('learned_ticket')]).toEqual([1, 1]);
  });

  it('stores nothing more of a triage that was erased meanwhile', async () => {
    const triageId = await triageOf(test.store, tenantId, ada);
    await erase({ ticketId: ada.ticketId });
    expect(await submit(test.store, tenantId, ada, { triageId })).toBe(false);
    await test.store.logWrite(tenantId, ada.ticketId, { marker: markerOf(triageId), changes: [] });
    expect([await count('feedback'), await count('write_log')]).toEqual([0, 0]);
  });

  it('stores no source that was forgotten between being found and being saved', async () => {
    const ben = aCustomer('ben');
    await test.store.saveKnowledge(tenantId, [anItem(ada), anItem(ben)]);
    await erase({ personId: ada.person.id });
    const id = await triageOf(test.store, tenantId, ben, [`ticket:${ada.ticketId}`, `ticket:${ben.ticketId}`]);
    const stored = await test.store.readTriage(tenantId, id);
    expect(stored?.triage.sources?.map((source) => source.id)).toEqual([`ticket:${ben.ticketId}`]);
    expect(JSON.stringify(stored)).not.toContain(ada.ticketId);
  });

  it('forgets knowledge from an older version, beside which nobody was noted', async () => {
    await test.store.saveKnowledge(tenantId, [anItem(ada)]);
    await test.database.query(`UPDATE knowledge_item SET people = '{}' WHERE tenant_id = $1`, [tenantId]);
    expect((await erase({ ticketId: ada.ticketId }))?.erased.knowledgeItems).toBe(1);
    expect(await count('knowledge_item')).toBe(0);
  });

  it('puts no new triage in the place of a degraded one that was erased', async () => {
    const { stored } = await test.store.claimTriage(claim());
    await test.store.saveTriage(tenantId, stored, { ...beside(), degraded: true });
    await erase({ ticketId: ada.ticketId });
    expect(await test.store.replaceDegraded(tenantId, stored, beside())).toBeNull();
    expect(await count('triage')).toBe(0);
  });

  it('forgets also what was made again in the place of a degraded triage', async () => {
    const { stored } = await test.store.claimTriage(claim());
    await test.store.saveTriage(tenantId, stored, { ...beside(), degraded: true });
    expect(await test.store.replaceDegraded(tenantId, stored, beside())).not.toBeNull();
    await erase({ personId: ada.person.id });
    expect(await count('triage')).toBe(0);
  });

  it('lets no training end that may have read a forgotten ticket, and has another one begin', async () => {
    await submit(test.store, tenantId, ada, { triageId: await triageOf(test.store, tenantId, ada) });
    const training = await test.store.beginTraining(tenantId, { trainedOn: 1, trainedFor: 't-1' });
    await erase({ ticketId: ada.ticketId });
    const model = { version: 'own', bytes: new Uint8Array(), seen: [ada.ticketId] };
    expect(await test.store.endTraining(tenantId, training ?? '', { model, votes: [] })).toBe(false);
    expect(await test.store.readModelVersion(tenantId)).toBeNull();
    expect((await test.store.readLearned(tenantId)).trainedOn).toBe(0);
  });

  it('drops no model that has not seen the ticket', async () => {
    await test.store.saveModel(tenantId, { version: 'own', bytes: new Uint8Array(), seen: ['another'] });
    expect((await erase({ ticketId: ada.ticketId }))?.erased.model).toBe(false);
    expect(await test.store.readModelVersion(tenantId)).toBe('own');
  });

  it('waits for a save that is on its way, and finds what that brings', async () => {
    const [saved, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const saving = test.database.transaction(async (tx) => {
      await saveEntries(tx, tenantId, [anItem(ada)], createFingerprints(new Uint8Array(32).fill(7)));
      saved.resolve();
      await ending.promise;
    });
    await saved.promise;
    const erasing = erase({ personId: ada.person.id });
    // PGlite has one transaction at a time, and nobody can look meanwhile.
    const isWaiting = async () =>
      (await test.database.query('SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = $1', ['advisory'])).length >
      0;
    if (kind === 'PostgreSQL') await Promise.race([erasing, expect.poll(isWaiting).toBe(true)]);
    ending.resolve();
    await saving;
    expect((await erasing)?.erased.knowledgeItems).toBe(1);
    expect(await count('knowledge_item')).toBe(0);
  });

  it('lets nothing slip in while it runs, however both fall together', async () => {
    const customers = Array.from({ length: 12 }, () => aCustomer('ada'));
    await Promise.all(
      customers.flatMap((customer) => [
        test.store.saveKnowledge(tenantId, [anItem(customer)]),
        erase({ personId: customer.person.id }),
        triageOf(test.store, tenantId, customer)
          .then((triageId) => submit(test.store, tenantId, customer, { triageId }))
          .catch(() => {}),
      ]),
    );
    const began = await test.database.query<{ at: Date }>('SELECT at FROM tombstone WHERE tenant_id = $1', [tenantId]);
    expect(began.length).toBeGreaterThanOrEqual(customers.length);
    expect([await count('knowledge_item'), await count('knowledge_copy')]).toEqual([0, 0]);
    expect([await count('learned_ticket'), await count('vote')]).toEqual([0, 0]);
  });

  it('keeps tenants apart', async () => {
    const other = randomUUID();
    await triageOf(test.store, other, ada);
    expect((await erase({ personId: ada.person.id }))?.erased.triages).toBe(0);
    const { rows } = await test.store.readFeedback(other, null, 10);
    expect(rows).toEqual([]);
    const [mine] = await test.store.listErasures(tenantId, 10);
    expect(await test.store.readErasure(other, mine?.id ?? '')).toBeNull();
    expect(await test.store.eraseSubject(other, mine?.id ?? '')).toBeNull();
  });

  it.each([
    ['taught', true, { votes: 1, learnedTickets: 1 }],
    ['taught nothing', false, { votes: 0, learnedTickets: 0 }],
  ])('still knows whose decisions they were that %s when the triage has expired', async (_, labels, taught) => {
    await submit(test.store, tenantId, ada, { triageId: await triageOf(test.store, tenantId, ada), labels });
    const old = `UPDATE triage SET created_at = now() - interval '40 days' WHERE tenant_id = $1`;
    await test.database.query(old, [tenantId]);
    await test.store.eraseExpired(tenantId, { triages: 30, feedback: null, knowledge: null }, 10);
    expect(await count('triage')).toBe(0);
    const erasing = await erase({ email: ada.person.email ?? '' });
    expect(erasing?.erased).toMatchObject({ tickets: 1, triages: 0, feedback: 1, ...taught });
    expect(erasing?.ticketIds).toEqual([ada.ticketId]);
  });
});
