import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../adapters/store/postgres/migrate.ts';
import { openPglite } from '../adapters/store/postgres/open-pglite.ts';
import { openPostgres } from '../adapters/store/postgres/open-postgres.ts';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    pgliteTemplate: string;
    postgresUrl: string | null;
  }
}

/** One migrated template a run, of each kind; every test database is a copy of it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-test-'));
  const template = join(folder, 'template.tar');
  const embedded = await openPglite(null);
  await migrate(embedded);
  writeFileSync(template, new Uint8Array(await (await embedded.pglite.dumpDataDir('none')).arrayBuffer()));
  await embedded.close();
  project.provide('pgliteTemplate', template);

  const server = await startPostgres();
  if (server) {
    const admin = openPostgres(server.url, () => {});
    await admin.query('CREATE DATABASE triage_template');
    await admin.close();
    const database = openPostgres(server.url.replace(/postgres$/, 'triage_template'), () => {});
    await migrate(database);
    await database.close();
  } else {
    console.warn(
      'No PostgreSQL server binaries on this machine: the tests on PostgreSQL are skipped, PGlite runs alone.',
    );
  }
  project.provide('postgresUrl', server?.url ?? null);

  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
