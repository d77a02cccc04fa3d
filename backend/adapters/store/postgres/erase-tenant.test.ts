import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../../../test/databases.ts';

const VALUES: Record<string, string> = {
  text: `'x'`,
  uuid: '$2::uuid',
  integer: '1',
  smallint: '1',
  bigint: '1',
  real: '1',
  'double precision': '1',
  boolean: 'true',
  date: `'2026-05-04'`,
  'timestamp with time zone': 'now()',
  jsonb: `'{}'`,
  json: `'{}'`,
  bytea: `convert_to($1, 'UTF8')`,
  ARRAY: `'{}'`,
};
const sampleOf = (type: string): string => {
  const value = VALUES[type];
  if (value === undefined) throw new RangeError(`VALUES has none for ${type}`);
  return value;
};
type Column = { name: string; type: string };

describe.each(databases)('erasing an account, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tables: string[];
  const [leaves, stays] = [randomUUID(), randomUUID()];

  const rowsOf = async (tenantId: string) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const query = `SELECT count(*)::int AS rows FROM ${table} WHERE tenant_id = $1`;
      counts[table] = (await test.database.query<{ rows: number }>(query, [tenantId]))[0]?.rows ?? -1;
    }
    return counts;
  };

  /** A row in every table, whatever columns it has; in all that refer to each other the same values. */
  const fill = async (tenantId: string) => {
    for (const table of tables) {
      const columns = await test.database.query<Column>(
        `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public'
         AND table_name = $1 AND is_nullable = 'NO' AND is_identity = 'NO' AND is_generated = 'NEVER' AND column_name <> 'tenant_id'`,
        [table],
      );
      const [names, values] = [columns.map(({ name }) => `"${name}"`), columns.map(({ type }) => sampleOf(type))];
      const usesId = columns.some(({ type }) => type === 'uuid');
      await test.database.query(
        `INSERT INTO ${table} (${['tenant_id', ...names].join(', ')}) VALUES (${['$1', ...values].join(', ')})`,
        usesId ? [tenantId, tenantId] : [tenantId],
      );
    }
  };

  beforeAll(async () => {
    test = await open();
    const found = await test.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'migration'`,
    );
    const named = found.map(({ name }) => name);
    // What others refer to comes first.
    const first = ['triage', 'import_run', 'knowledge_item'];
    tables = [...first, ...named.filter((name) => !first.includes(name))];
    for (const tenantId of [leaves, stays]) await fill(tenantId);
  });
  afterAll(() => test.close());

  it('leaves no row of it in any table, and every row of the others', async () => {
    const before = await rowsOf(leaves);
    expect(new Set(Object.values(before))).toEqual(new Set([1]));
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['audit_entry', 'connection', 'tenant_settings']));
    expect(await test.store.eraseTenant(leaves)).toEqual(before);
    expect(new Set(Object.values(await rowsOf(leaves)))).toEqual(new Set([0]));
    expect(await rowsOf(stays)).toEqual(before);
    const none = Object.fromEntries(Object.keys(before).map((table) => [table, 0]));
    expect(await test.store.eraseTenant(leaves)).toEqual(none);
  });

  it('finds a table that is added later, in whatever order tables refer to each other', async () => {
    await test.database.script(`
      CREATE TABLE a_child (tenant_id text, parent int, id int PRIMARY KEY);
      CREATE TABLE b_parent (tenant_id text, id int PRIMARY KEY);
      CREATE TABLE "c Grandchild" (tenant_id text, child int UNIQUE REFERENCES a_child, other int REFERENCES "c Grandchild" (child));
      ALTER TABLE a_child ADD FOREIGN KEY (parent) REFERENCES b_parent (id)`);
    await test.database.script(`
      INSERT INTO b_parent VALUES ('${stays}', 1), ('o', 2);
      INSERT INTO a_child VALUES ('${stays}', 1, 1), ('o', 2, 2);
      INSERT INTO "c Grandchild" VALUES ('${stays}', 1, 1), ('o', 2, 2)`);
    expect(await test.store.eraseTenant(stays)).toMatchObject({ a_child: 1, b_parent: 1, '"c Grandchild"': 1 });
    const [left] = await test.database.query('SELECT count(*)::int AS rows FROM "c Grandchild"');
    expect(left).toEqual({ rows: 1 });
  });
});
