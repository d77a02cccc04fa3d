import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_LEARNED } from '../../../ports/learned.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';

describe.each(databases)('what is in force, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    tenantId = randomUUID();
  });
  afterAll(() => test.close());

  it('loses no change when many are made at once', async () => {
    expect(await test.store.readLearned(tenantId)).toEqual(NOTHING_LEARNED);
    const count = () =>
      test.store.changeLearned(tenantId, 'builtin-1', ({ trainedOn }) => ({ trainedOn: trainedOn + 1 }));
    await count();
    await Promise.all(Array.from({ length: 30 }, count));
    expect((await test.store.readLearned(tenantId)).trainedOn).toBe(31);
  });

  const model = (version: string, seen: string[] = []) => ({ version, seen, bytes: new Uint8Array([0, 255, 1]) });

  it('gives a model back with the tickets that it has seen, until it is forgotten', async () => {
    expect(await test.store.readModel(tenantId)).toBeNull();
    expect(await test.store.readModelVersion(tenantId)).toBeNull();
    await test.store.saveModel(tenantId, model('v1', ['1', '"2"']));
    expect(await test.store.readModelVersion(tenantId)).toBe('v1');
    const kept = await test.store.readModel(tenantId);
    expect([...(kept?.bytes ?? [])]).toEqual([0, 255, 1]);
    expect(kept?.seen).toEqual(['1', '"2"']);
    await test.database.query(`INSERT INTO learned_ticket VALUES (DEFAULT, $1, '1', true, '{}')`, [tenantId]);
    expect(await test.store.forgetModel(tenantId)).toBe(true);
    expect(await test.store.readModel(tenantId)).toBeNull();
    expect(await test.store.forgetModel(tenantId)).toBe(false);
    expect((await test.store.readLearned(tenantId)).trainedOn).toBe(1);
  });

  it('lets one training run at a time, notes it before it ends, and lets one that died be followed', async () => {
    const begin = (trainedOn: number) => test.store.beginTraining(tenantId, { trainedOn, trainedFor: 't-1' });
    const both = await Promise.all([begin(20), begin(20)]);
    const training = both.find((one) => one !== null) ?? '';
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    expect(await test.store.readLearned(tenantId)).toMatchObject({ trainedOn: 20, trainedFor: 't-1' });
    await test.database.query(
      `UPDATE learned SET training_since = now() - interval '16 minutes' WHERE tenant_id = $1`,
      [tenantId],
    );
    const next = await begin(25);
    expect(next).not.toBeNull();
    expect(await test.store.endTraining(tenantId, training, { model: model('late'), votes: [] })).toBe(false);
    expect(await test.store.readModel(tenantId)).toBeNull();
    expect(await test.store.endTraining(tenantId, next ?? '', null)).toBe(true);
    expect(await begin(30)).not.toBeNull();
  });

  it('lets a training that ran while the model was forgotten change nothing', async () => {
    const training = await test.store.beginTraining(tenantId, { trainedOn: 20, trainedFor: 't-1' });
    await test.store.forgetModel(tenantId);
    expect(await test.store.endTraining(tenantId, training ?? '', { model: model('v2'), votes: [] })).toBe(false);
    expect(await test.store.readModelVersion(tenantId)).toBeNull();
  });
});
