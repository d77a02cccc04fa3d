import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fromPglite } from 'pg-boss';
import { inject } from 'vitest';
import { createQueue } from '../adapters/queue/pg-boss/create-queue.ts';
import { createStore } from '../adapters/store/postgres/create-store.ts';
import type { Database } from '../adapters/store/postgres/database.ts';
import { openPglite } from '../adapters/store/postgres/open-pglite.ts';
import { openPostgres } from '../adapters/store/postgres/open-postgres.ts';
import type { Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';

const fail = (error: Error) => {
  throw error;
};

export type TestDatabase = {
  store: Store;
  database: Database;
  openQueue: () => Promise<Queue>;
  close: () => Promise<void>;
};

const KEY = new Uint8Array(32).fill(7);

async function onPglite(): Promise<TestDatabase> {
  const template = new Blob([readFileSync(inject('pgliteTemplate'))]);
  const database = await openPglite(null, template);
  return {
    database,
    store: createStore(database, KEY),
    openQueue: () => createQueue({ db: fromPglite(database.pglite), backend: 'pglite' }, fail),
    close: () => database.close(),
  };
}

async function onPostgres(serverUrl: string): Promise<TestDatabase> {
  const name = `triage_${randomUUID().replaceAll('-', '')}`;
  const admin = openPostgres(serverUrl, fail);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE triage_template`);
  await admin.close();
  const connectionString = serverUrl.replace(/postgres$/, name);
  const database = openPostgres(connectionString, fail);
  return {
    database,
    store: createStore(database, KEY),
    openQueue: () => createQueue({ connectionString }, fail),
    close: () => database.close(),
  };
}

const postgresUrl = inject('postgresUrl');

/** The kinds of database that this machine has, each opening a fresh migrated one. */
export const databases: { kind: string; open: () => Promise<TestDatabase> }[] = [
  { kind: 'PGlite', open: onPglite },
  ...(postgresUrl ? [{ kind: 'PostgreSQL', open: () => onPostgres(postgresUrl) }] : []),
];
