import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../ports/audit.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { createAuditStore } from './audit.ts';

const ADMIN: Actor = { kind: 'admin', id: '7' };

describe.each(databases)("an account's audit log, on $kind", ({ open }) => {
  let test: TestDatabase;
  let id: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    id = randomUUID();
  });
  afterAll(() => test.close());

  const append = (details: Record<string, string | number> = {}) =>
    test.store.appendAudit(id, { actor: ADMIN, action: 'changeTrust', details });
  const appendMany = async (count: number) => {
    for (let at = 1; at <= count; at++) await append({ at });
  };
  const read = (before: number | null = null, limit = 100) => test.store.readAudit(id, { before, limit });
  const tamper = (statement: string) => test.database.query(statement, [id]);

  it('is read the newest first, page by page, each account its own', async () => {
    await appendMany(5);
    await test.store.appendAudit(randomUUID(), { actor: ADMIN, action: 'other', details: {} });
    expect(await read(null, 2)).toMatchObject([
      { seq: 5, actor: ADMIN, action: 'changeTrust', details: { at: 5 } },
      { seq: 4, details: { at: 4 } },
    ]);
    expect((await read(4)).map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect(await test.store.verifyAudit(id)).toBeNull();
    expect(await test.store.verifyAudit(randomUUID())).toBeNull();
  });

  it('keeps whatever is said, in a form that its hash still fits', async () => {
    await append({ z: 'a\0b\ud800', a: 0.1 + 0.2, b: 1e21, c: -0 });
    expect(await read()).toMatchObject([{ details: { z: 'ab\ufffd', a: 0.1 + 0.2, b: 1e21 } }]);
    expect(await test.store.verifyAudit(id)).toBeNull();
  });

  it('takes 50 entries at once without a gap', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, at) => append({ at })));
    const entries = await read();
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => 50 - at));
    expect(new Set(entries.map(({ details }) => details.at)).size).toBe(50);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(50);
    expect(await test.store.verifyAudit(id)).toBeNull();
  });

  it('is looked through to its end, however long', async () => {
    await appendMany(3);
    await test.database.transaction(async (tx) => {
      const long = createAuditStore({ ...test.database, transaction: (run) => run(tx) });
      for (let at = 4; at <= 203; at++) await long.appendAudit(id, { actor: ADMIN, action: 'a', details: { at } });
    });
    expect(await test.store.verifyAudit(id)).toBeNull();
    await tamper(`UPDATE audit_entry SET action = 'b' WHERE tenant_id = $1 AND seq = 203`);
    expect(await test.store.verifyAudit(id)).toBe(203);
  });

  it.each([
    ['a changed detail', 3, `UPDATE audit_entry SET details = '{"at": 4}' WHERE tenant_id = $1 AND seq = 3`],
    ['a changed time', 3, `UPDATE audit_entry SET at = at + interval '1 ms' WHERE tenant_id = $1 AND seq = 3`],
    [
      'another actor',
      1,
      `UPDATE audit_entry SET actor = '{"kind": "system", "id": null}' WHERE tenant_id = $1 AND seq = 1`,
    ],
    ['a changed action', 5, `UPDATE audit_entry SET action = 'forget' WHERE tenant_id = $1 AND seq = 5`],
    ['a changed hash', 2, `UPDATE audit_entry SET hash = 'h' WHERE tenant_id = $1 AND seq = 2`],
    ['a changed link', 2, `UPDATE audit_entry SET previous_hash = 'h' WHERE tenant_id = $1 AND seq = 2`],
    ['a removed first', 1, 'DELETE FROM audit_entry WHERE tenant_id = $1 AND seq = 1'],
    ['a removed entry', 4, 'DELETE FROM audit_entry WHERE tenant_id = $1 AND seq = 4'],
    ['a removed newest', 5, 'DELETE FROM audit_entry WHERE tenant_id = $1 AND seq = 5'],
    ['all removed', 1, 'DELETE FROM audit_entry WHERE tenant_id = $1'],
    ['a removed head', 1, 'DELETE FROM audit_head WHERE tenant_id = $1'],
    ['a head at another place', 3, 'UPDATE audit_head SET seq = 3 WHERE tenant_id = $1'],
    [
      'a head turned back',
      4,
      `UPDATE audit_head SET seq = 3, hash = one.hash FROM audit_entry AS one
       WHERE audit_head.tenant_id = $1 AND one.tenant_id = $1 AND one.seq = 3`,
    ],
    ['a changed head', 5, `UPDATE audit_head SET hash = 'h' WHERE tenant_id = $1`],
    [
      'two that changed places',
      2,
      `UPDATE audit_entry AS one SET details = other.details, at = other.at FROM audit_entry AS other
       WHERE one.tenant_id = $1 AND other.tenant_id = $1 AND one.seq IN (2, 3) AND other.seq = 5 - one.seq`,
    ],
  ])('does not hang together any more with %s', async (_, brokenAt, statement) => {
    await appendMany(5);
    expect(await test.store.verifyAudit(id)).toBeNull();
    await tamper(statement);
    expect(await test.store.verifyAudit(id)).toBe(brokenAt);
  });

  it('of one account does not pass for that of another', async () => {
    await appendMany(2);
    const other = randomUUID();
    for (const table of ['audit_entry', 'audit_head'])
      await test.database.query(`UPDATE ${table} SET tenant_id = $2 WHERE tenant_id = $1`, [id, other]);
    expect(await test.store.verifyAudit(other)).toBe(1);
  });
});
