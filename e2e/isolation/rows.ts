import type { TestDatabase } from '../../backend/test/databases.ts';

type Row = { row: string };

export async function tablesOf({ database }: TestDatabase): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  return tables.map(({ name }) => name);
}

/** Every row of an account, as text by table, and its jobs; asked for all tenants, outside of any request. */
export async function rowsOf(test: TestDatabase, tenantId: string): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of await tablesOf(test)) {
    const found = await test.database.query<Row>(
      `SELECT t::text AS row FROM "${table}" t WHERE tenant_id = $1 ORDER BY 1`,
      [tenantId],
    );
    rows[table] = found.map(({ row }) => row);
  }
  const jobs = await test.database.query<Row>(
    `SELECT concat_ws(' ', id, name, state, data, retry_count) AS row FROM pgboss.job WHERE data ->> 'tenantId' = $1 ORDER BY 1`,
    [tenantId],
  );
  return { ...rows, 'pgboss.job': jobs.map(({ row }) => row) };
}
