import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditPageSchema } from '../contract/audit.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aTenant } from '../test/tenant.ts';
import { auditRoutes } from './audit.ts';

describe.each(databases)('the audit log over HTTP, on $kind', ({ open }) => {
  let test: TestDatabase;
  let id: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    id = randomUUID();
    for (let at = 1; at <= 5; at++)
      await test.store.appendAudit(id, { actor: { kind: 'admin', id: '7' }, action: 'changeTrust', details: { at } });
    await test.store.appendAudit(randomUUID(), { actor: { kind: 'operator', id: null }, action: 'x', details: {} });
  });
  afterAll(() => test.close());

  const request = (query: string) => ask(asAdmin(aTenant({ id }), auditRoutes(test)), 'GET', `/v1/admin/audit${query}`);
  const read = async (query: string) => auditPageSchema.parse((await request(query)).body);

  it('is shown the newest first, page by page to its end', async () => {
    const pages = [await read('?limit=2'), await read('?limit=2&before=4'), await read('?limit=2&before=2')];
    expect(pages.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[5, 4], [3, 2], [1]]);
    expect(pages.map(({ next }) => next)).toEqual([4, 2, null]);
    expect(await read('?limit=5')).toMatchObject({ next: null, intact: true, brokenAt: null });
    expect((await read('')).entries[0]).toMatchObject({ actor: { kind: 'admin', id: '7' }, details: { at: 5 } });
  });

  it('tells on every page where it was tampered with', async () => {
    await test.database.query(`UPDATE audit_entry SET action = 'x' WHERE tenant_id = $1 AND seq = 2`, [id]);
    expect(await read('?limit=1')).toMatchObject({ intact: false, brokenAt: 2 });
  });

  it.each(['?limit=0', '?limit=201', '?before=0', '?before=2147483648', '?before=x'])('refuses %s', async (query) => {
    expect((await request(query)).status).toBe(400);
  });
});
