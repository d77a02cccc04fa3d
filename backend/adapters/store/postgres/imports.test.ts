import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../../../test/databases.ts';

describe.each(databases)('imports on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());

  const begin = (tenantId: string) => test.store.startImport(tenantId, { source: 'file', dryRun: false, total: null });

  it('keeps a run as it was last saved, and lists the newest first', async () => {
    const tenantId = randomUUID();
    const first = await begin(tenantId);
    expect(first).toMatchObject({ state: 'waiting', position: null, read: 0, leftOut: {}, notes: {}, failure: null });
    const changed = {
      ...first,
      state: 'running' as const,
      read: 7,
      leftOut: { no_reply: { count: 2, examples: ['row 3'] } },
    };
    await test.store.saveImport(tenantId, changed);
    const second = await begin(tenantId);
    const [newest, older] = await test.store.listImports(tenantId, 10);
    expect(newest).toEqual(second);
    expect(older).toEqual({ ...changed, updatedAt: older?.updatedAt });
    expect(Date.parse(older?.updatedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first.updatedAt));
    expect(await test.store.listImports(tenantId, 1)).toEqual([newest]);
  });

  it('shows a run and its file to its own tenant alone', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    const run = await begin(mine);
    await test.store.saveUpload(mine, run.id, 0, Buffer.from('words'));
    expect(await test.store.readImport(other, run.id)).toBeNull();
    expect(await test.store.readUpload(other, run.id, 0)).toBeNull();
    await test.store.saveImport(other, { ...run, read: 9 });
    await test.store.dropUpload(other, run.id);
    expect(await test.store.readImport(mine, run.id)).toMatchObject({ read: 0 });
    expect(Buffer.from((await test.store.readUpload(mine, run.id, 0)) ?? [])).toEqual(Buffer.from('words'));
  });

  it('gives the parts of a file back byte by byte until they are dropped, and opens none in the place of another', async () => {
    const tenantId = randomUUID();
    const run = await begin(tenantId);
    const parts = [randomBytes(300_000), Buffer.alloc(300_000, 'a')];
    for (const [part, bytes] of parts.entries()) await test.store.saveUpload(tenantId, run.id, part, bytes);
    for (const [part, bytes] of parts.entries())
      expect(bytes.equals((await test.store.readUpload(tenantId, run.id, part)) ?? Buffer.alloc(0))).toBe(true);
    expect(await test.store.readUpload(tenantId, run.id, 2)).toBeNull();
    const swap = 'UPDATE import_upload SET part = part + 10 WHERE tenant_id = $1';
    await test.database.query(swap, [tenantId]);
    expect(await test.store.readUpload(tenantId, run.id, 10)).toBeNull();
    await test.store.dropUpload(tenantId, run.id);
    expect(await test.database.query('SELECT 1 FROM import_upload WHERE tenant_id = $1', [tenantId])).toEqual([]);
  });
});
