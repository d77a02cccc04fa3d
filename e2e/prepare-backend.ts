import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../backend/config.ts';
import { createLog } from '../backend/log.ts';
import { type Running, start } from '../backend/start.ts';
import { freePort } from '../backend/test/free-port.ts';
import { copyDataTemplate } from './data-template.ts';

/**
 * Where a backend of a test will be and what every such backend is set to, on a free port and a throw-away data folder. With
 * `firstStart` the folder is not there yet, as where somebody tries the product.
 */
export async function prepareBackend({ firstStart = false }: { firstStart?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'triage-stack-'));
  const dataDir = join(folder, 'data');
  if (!firstStart) copyDataTemplate(dataDir);
  const port = await freePort();
  const adminToken = randomBytes(32).toString('hex');
  const running: Running[] = [];
  return {
    backendUrl: `http://localhost:${port}`,
    adminToken,
    settings: {
      DATA_DIR: dataDir,
      PORT: String(port),
      ADMIN_TOKEN: adminToken,
      LOG_LEVEL: 'warn',
      // A test says itself what is to be found, and how fast may be written.
      RECONCILE: 'off',
      UPDATES_PER_MINUTE: '1000000',
    },
    /** In this process, with this environment alone. */
    start: async (environment: Record<string, string>): Promise<Running> => {
      const config = readConfig(environment);
      const backend = await start(config, createLog(config.LOG_LEVEL));
      running.push(backend);
      return backend;
    },
    /** Ends every one that was started, and takes the folder away. */
    close: async (): Promise<void> => {
      for (const backend of running) await backend.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
