import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { actFor, NOBODY } from '../../../ports/acting-for.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';

describe.each(databases)('row-level security on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());

  const tenants = () => [randomUUID(), randomUUID()] as const;
  const insert = (tenantId: string) =>
    test.database.query('INSERT INTO inbox (tenant_id, event_key, ticket_id, type) VALUES ($1, $2, $3, $4)', [
      tenantId,
      randomUUID(),
      '1',
      'trigger',
    ]);
  const owners = async () => {
    const rows = await test.database.query<{ tenant_id: string }>('SELECT tenant_id FROM inbox');
    return [...new Set(rows.map(({ tenant_id }) => tenant_id))];
  };

  it('shows a query without any condition the rows of the tenant that is acted for alone', async () => {
    const [one, other] = tenants();
    for (const tenantId of [one, other]) await actFor(tenantId, () => insert(tenantId));
    expect(await actFor(one, owners)).toEqual([one]);
    expect(await actFor(other, owners)).toEqual([other]);
    expect(await actFor(NOBODY, owners)).toEqual([]);
    expect(await actFor('*', owners)).toEqual([]);
    expect(await owners()).toEqual(expect.arrayContaining([one, other]));
  });

  it('takes no row of another tenant, neither new nor changed nor deleted', async () => {
    const [one, other] = tenants();
    await insert(other);
    await expect(actFor(one, () => insert(other))).rejects.toThrow(/row-level security/);
    await actFor(one, () => test.database.query('DELETE FROM inbox'));
    await actFor(one, () => test.database.query(`UPDATE inbox SET ticket_id = 'stolen'`));
    const rows = await test.database.query('SELECT ticket_id FROM inbox WHERE tenant_id = $1', [other]);
    expect(rows).toEqual([{ ticket_id: '1' }]);
  });

  it('keeps apart what runs at the same time', async () => {
    const many = Array.from({ length: 20 }, () => randomUUID());
    for (const tenantId of many) await insert(tenantId);
    const seen = await Promise.all(
      many.map((tenantId) =>
        actFor(tenantId, () => test.database.transaction(({ query }) => query('SELECT tenant_id FROM inbox'))),
      ),
    );
    expect(seen).toEqual(many.map((tenantId) => [{ tenant_id: tenantId }]));
  });

  it('lets a tenant enqueue in the transaction of its row', async () => {
    const [one] = tenants();
    const queue = await test.openQueue();
    const payload = { tenantId: one, ticketId: '7' };
    const event = { ...payload, eventKey: randomUUID(), type: 'trigger' };
    const stored = await actFor(one, () =>
      test.store.saveInboxEvent(event, (tx) => queue.enqueue('triage-ticket', payload, randomUUID(), { tx })),
    );
    expect(stored).toBe(true);
    expect(await queue.countWaiting('triage-ticket')).toBe(1);
    await queue.close();
  });

  it('stands on every table that has a tenant', async () => {
    const open = await test.database.query(
      `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });
});

const postgresUrl = inject('postgresUrl');

describe.skipIf(!postgresUrl)('row-level security for a user without any special right', () => {
  it('holds for the owner of the tables too, who needs no role beside their own', async () => {
    const name = `plain_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(postgresUrl ?? '');
    const admin = openPostgres(url.href, () => {});
    await admin.query(`CREATE ROLE ${name} LOGIN`);
    await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
    url.username = name;
    url.pathname = `/${name}`;
    const database = openPostgres(url.href, () => {});
    try {
      await migrate(database);
      const insert = (tenantId: string) =>
        database.query(`INSERT INTO inbox (tenant_id, event_key, ticket_id, type) VALUES ($1, '1', '1', 'trigger')`, [
          tenantId,
        ]);
      const owners = () => database.query('SELECT tenant_id FROM inbox ORDER BY tenant_id');
      await insert('b');
      await actFor('a', () => insert('a'));
      await expect(actFor('a', () => insert('b'))).rejects.toThrow(/row-level security/);
      expect(await actFor('a', owners)).toEqual([{ tenant_id: 'a' }]);
      expect(await actFor(NOBODY, owners)).toEqual([]);
      expect(await owners()).toHaveLength(2);
    } finally {
      await database.close();
      await admin.query(`DROP DATABASE ${name}`);
      await admin.query(`DROP ROLE ${name}`);
      await admin.close();
    }
  });
});
