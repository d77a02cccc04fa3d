import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../sandbox/build-app.ts';
import { makeDataTemplate } from './data-template.ts';

/** The browser tests run the packaged app, not a development server, and backends that need not set up a database each. */
export async function setup(): Promise<() => void> {
  await buildApp('http://localhost:8787', () => {});
  const folder = mkdtempSync(join(tmpdir(), 'triage-e2e-'));
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  process.env.DATA_TEMPLATE = join(folder, 'data');
  await makeDataTemplate(process.env.DATA_TEMPLATE);
  return () => rmSync(folder, { recursive: true, force: true });
}
