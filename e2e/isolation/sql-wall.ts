import { actFor } from '../../backend/ports/acting-for.ts';
import type { Transaction } from '../../backend/ports/store.ts';
import type { TestDatabase } from '../../backend/test/databases.ts';
import { tablesOf } from './rows.ts';

type Owners = { tenant_id: string };

class Undone extends Error {}

/** Does it and takes it back, so that the rows are there for the next. */
const andBack = ({ database }: TestDatabase, run: (tx: Transaction) => Promise<Owners[]>): Promise<Owners[]> => {
  let found: Owners[] = [];
  return database
    .transaction(async (tx) => {
      found = await run(tx);
      throw new Undone();
    })
    .catch((error) => {
      if (error instanceof Undone) return found;
      throw error;
    });
};

const refused = (done: Promise<unknown>): Promise<boolean> =>
  done.then(
    () => false,
    (error: Error) => error.message.includes('row-level security'),
  );

async function columnsOf({ database }: TestDatabase, table: string): Promise<string> {
  const columns = await database.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  return columns.map(({ name }) => `"${name}"`).join(', ');
}

/** What statements without a condition get hold of, table by table, on behalf of one account; the names of those that should not. */
export async function climbWall(test: TestDatabase, own: string, other: string): Promise<string[]> {
  const over: string[] = [];
  const { database } = test;
  for (const table of await tablesOf(test)) {
    const t = `"${table}"`;
    const columns = await columnsOf(test, table);
    const [theirs] = await database.query<{ row: unknown }>(
      `SELECT to_jsonb(t) AS row FROM ${t} t WHERE tenant_id = $1`,
      [other],
    );
    const insert = `INSERT INTO ${t} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM jsonb_populate_record(NULL::${t}, $1::jsonb)`;
    await actFor(own, async () => {
      const owners = {
        read: await database.query<Owners>(`SELECT tenant_id FROM ${t}`),
        update: await andBack(test, (tx) => tx.query(`UPDATE ${t} SET tenant_id = tenant_id RETURNING tenant_id`)),
        delete: await andBack(test, (tx) => tx.query(`DELETE FROM ${t} RETURNING tenant_id`)),
      };
      for (const [verb, rows] of Object.entries(owners)) {
        if (rows.some(({ tenant_id }) => tenant_id !== own)) over.push(`${verb} ${table}`);
        if (rows.length === 0) over.push(`${verb} ${table}: has no row of its own either`);
      }
      if (!(await refused(database.query(`UPDATE ${t} SET tenant_id = $1`, [other])))) over.push(`give away ${table}`);
      if (!(await refused(database.query(insert, [JSON.stringify(theirs?.row)])))) over.push(`insert ${table}`);
    });
    if ((await actFor('', () => database.query(`SELECT 1 FROM ${t}`))).length > 0) over.push(`nobody reads ${table}`);
  }
  return over;
}

/** Takes the wall away while something runs. */
export async function withoutSecurity<T>(test: TestDatabase, run: () => Promise<T>): Promise<T> {
  const tables = await tablesOf(test);
  const turn = (way: 'ENABLE' | 'DISABLE') =>
    test.database.script(tables.map((table) => `ALTER TABLE "${table}" ${way} ROW LEVEL SECURITY;`).join(' '));
  await turn('DISABLE');
  return run().finally(() => turn('ENABLE'));
}
