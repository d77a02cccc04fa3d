import { randomBytes } from 'node:crypto';
import type { Running } from '../backend/start.ts';
import { accountOf, connectBackend } from '../sandbox/connect-backend.ts';
import { startZendesk, type ZendeskOptions, type ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { prepareBackend } from './prepare-backend.ts';

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
  options: {
    zendesk?: Partial<ZendeskOptions>;
    environment?: Record<string, string>;
    connect?: boolean;
    firstStart?: boolean;
  } = {},
): Promise<Stack> {
  const prepared = await prepareBackend(options);
  const { backendUrl, adminToken } = prepared;
  const appSecret = randomBytes(32).toString('hex');
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
    ...prepared.settings,
    APP_SECRET: appSecret,
    ...options.environment,
  };
  return {
    zendesk,
    environment,
    backendUrl,
    appSecret,
    adminToken,
    webhookSecret: environment.ZENDESK_WEBHOOK_SECRET ?? '',
    startBackend: () => prepared.start(environment),
    close: async () => {
      await prepared.close();
      await zendesk.close();
    },
  };
}
