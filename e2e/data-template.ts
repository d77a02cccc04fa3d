import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fromPglite } from 'pg-boss';
import { createQueue } from '../backend/adapters/queue/pg-boss/create-queue.ts';
import { migrate } from '../backend/adapters/store/postgres/migrate.ts';
import { openPglite } from '../backend/adapters/store/postgres/open-pglite.ts';

const fail = (error: Error) => {
  throw error;
};

/** Makes the embedded database of a backend that has started once. */
export async function makeDataTemplate(folder: string): Promise<void> {
  const database = await openPglite(join(folder, 'postgres'));
  await migrate(database);
  const queue = await createQueue({ db: fromPglite(database.pglite), backend: 'pglite' }, fail);
  await queue.close();
  await database.close();
}

/** Gives a data folder that database, where a test run has made one: the first start of a folder takes 3 s longer than any other. */
export function copyDataTemplate(dataDir: string): void {
  const { DATA_TEMPLATE } = process.env;
  if (DATA_TEMPLATE) cpSync(DATA_TEMPLATE, dataDir, { recursive: true });
}
