import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from './database.ts';
import { secureRows } from './secure-rows.ts';

const folder = new URL('./migrations/', import.meta.url);
const LOCK = 7_421_903;

/** Brings the schema up to date, all of it or nothing; several processes may start at once. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    // An old and large table takes its time, and other processes wait for the one that migrates.
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await tx.query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, at timestamptz DEFAULT now())');
    const done = new Set((await tx.query<{ name: string }>('SELECT name FROM migration')).map((row) => row.name));
    for (const name of readdirSync(folder).sort()) {
      if (done.has(name)) continue;
      for (const statement of readFileSync(new URL(name, folder), 'utf8').split(/;\s*$/m)) {
        if (statement.trim()) await tx.query(statement);
      }
      await tx.query('INSERT INTO migration (name) VALUES ($1)', [name]);
    }
    await secureRows(tx);
  });
}
