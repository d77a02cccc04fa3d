import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../backend/config.ts';
import { createLog } from '../backend/log.ts';
import { type Running, start } from '../backend/start.ts';
import { freePort } from '../backend/test/free-port.ts';
import { accountOf, connectBackend } from '../sandbox/connect-backend.ts';
import { startZendesk, type ZendeskOptions, type ZendeskSandbox } from '../sandbox/zendesk/start.ts';

export type Stack = {
  zendesk: ZendeskSandbox;
  /** The backend's environment: for a process of its own, or for one in this process. */
  environment: Record<string, string>;
  backendUrl: string;
  appSecret: string;
  adminToken: string;
  webhookSecret: string;
  startBackend: () => Promise<Running>;
  close: () => Promise<void>;
};

/** A sandbox Zendesk and the settings of a backend for it, on free ports and a throw-away data folder. With `connect: false` no webhook is created. */
export async function prepareStack(
  options: { zendesk?: Partial<ZendeskOptions>; environment?: Record<string, string>; connect?: boolean } = {},
): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-stack-'));
  const port = await freePort();
  const backendUrl = `http://localhost:${port}`;
  const [appSecret, adminToken] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const zendesk = await startZendesk({
    appDir: 'dist',
    seed: 'sample',
    settings: { backend_url: backendUrl, shared_secret: appSecret },
    ...options.zendesk,
  });
  const webhookSecret = randomBytes(24).toString('hex');
  const account =
    options.connect === false
      ? { ...accountOf(zendesk), ZENDESK_WEBHOOK_SECRET: webhookSecret }
      : await connectBackend(zendesk, backendUrl);
  const environment: Record<string, string> = {
    ...account,
    DATA_DIR: join(folder, 'data'),
    PORT: String(port),
    APP_SECRET: appSecret,
    ADMIN_TOKEN: adminToken,
    LOG_LEVEL: 'warn',
    // A test says itself what is to be found, and how fast may be written.
    RECONCILE: 'off',
    UPDATES_PER_MINUTE: '1000000',
    ...options.environment,
  };
  const running: Running[] = [];
  return {
    zendesk,
    environment,
    backendUrl,
    appSecret,
    adminToken,
    webhookSecret: environment.ZENDESK_WEBHOOK_SECRET ?? '',
    startBackend: async () => {
      const config = readConfig(environment);
      const backend = await start(config, createLog(config.LOG_LEVEL));
      running.push(backend);
      return backend;
    },
    close: async () => {
      for (const backend of running) await backend.close();
      await zendesk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
