import type { Transaction } from '../../../ports/store.ts';
import { lockFold } from './overview-fold.ts';

type Table = { name: string; parents: string[] };

/** Every table that holds rows of accounts, with those that it refers to. Asked for, so that a later one is not forgotten. */
const TABLES = `
  SELECT c.oid::regclass::text AS name, ARRAY(
    SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
    WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS parents
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  ORDER BY 1`;

/** What refers comes before what it refers to. */
function inOrder(tables: readonly Table[]): string[] {
  const [free, others] = [
    tables.filter(({ name }) => !tables.some(({ parents }) => parents.includes(name))),
    tables.filter(({ name }) => tables.some(({ parents }) => parents.includes(name))),
  ];
  if (free.length === 0 && others.length > 0)
    throw new RangeError(`Tables refer to each other in a circle: ${others.map(({ name }) => name).join(', ')}`);
  return others.length === 0 ? free.map(({ name }) => name) : [...free.map(({ name }) => name), ...inOrder(others)];
}

/** Erases every row of an account; how many there were, by table. */
export async function eraseTenant(tx: Transaction, tenantId: string): Promise<Record<string, number>> {
  // A large account takes its time.
  await tx.query('SET LOCAL statement_timeout = 0');
  await lockFold(tx, tenantId);
  const counts: Record<string, number> = {};
  for (const table of inOrder(await tx.query<Table>(TABLES))) {
    const [gone] = await tx.query<{ rows: number }>(
      `WITH gone AS (DELETE FROM ${table} WHERE tenant_id = $1 RETURNING 1) SELECT count(*)::int AS rows FROM gone`,
      [tenantId],
    );
    counts[table] = gone?.rows ?? 0;
  }
  return counts;
}
