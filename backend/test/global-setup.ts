import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvidedContext } from 'vitest';
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

async function writePgliteTemplate(file: string): Promise<void> {
  const embedded = await openPglite(null);
  await migrate(embedded);
  // A third of what every test would unpack, and no test makes another database in there.
  await embedded.query('UPDATE pg_database SET datistemplate = false');
  for (const unused of ['template0', 'template1']) await embedded.query(`DROP DATABASE ${unused}`);
  await embedded.query('CHECKPOINT');
  writeFileSync(file, new Uint8Array(await (await embedded.pglite.dumpDataDir('none')).arrayBuffer()));
  await embedded.close();
}

async function makePostgresTemplate(serverUrl: string): Promise<void> {
  const admin = openPostgres(serverUrl, () => {});
  await admin.query('CREATE DATABASE triage_template');
  await admin.close();
  const database = openPostgres(serverUrl.replace(/postgres$/, 'triage_template'), () => {});
  await migrate(database);
  await database.close();
}

function provide(project: TestProject, { pgliteTemplate, postgresUrl }: ProvidedContext): void {
  project.provide('pgliteTemplate', pgliteTemplate);
  project.provide('postgresUrl', postgresUrl);
}

/** One migrated template a run, of each kind, whichever project asks first; every test database is a copy of it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TEST_DATABASES } = process.env;
  if (TEST_DATABASES) {
    provide(project, JSON.parse(TEST_DATABASES));
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'triage-test-'));
  const pgliteTemplate = join(folder, 'template.tar');
  await writePgliteTemplate(pgliteTemplate);
  const server = await startPostgres();
  if (server) await makePostgresTemplate(server.url);
  else
    console.warn(
      'No PostgreSQL server binaries on this machine: the tests on PostgreSQL are skipped, PGlite runs alone.',
    );
  const made = { pgliteTemplate, postgresUrl: server?.url ?? null };
  provide(project, made);
  process.env.TEST_DATABASES = JSON.stringify(made);

  return async () => {
    delete process.env.TEST_DATABASES;
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
