import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromaServer } from '../backend/adapters/vectors/chroma/start-server.ts';
import { startOpenAi } from '../sandbox/openai/start.ts';
import type { Seed } from '../sandbox/zendesk/seed-shape.ts';
import { configuredSecrets, customersSecrets } from './canary-secrets.ts';
import { startEchoProxy } from './echo-proxy.ts';
import { prepareHosted } from './hosted-stack.ts';

export const EMAIL = 'ada@quill.example';

const solvedWith = (text: string): Seed => ({
  tickets: [],
  articles: [],
  solved: [0, 1, 2].map((number) => ({
    ...{ subject: `Payment ${number}`, language: 'en', category: 'billing', urgency: 'P3', channel: 'email' },
    requester: { name: 'Ada Quill', email: EMAIL, locale: 'en-US' },
    question: `${text}\nIt is invoice ${number}.`,
    response: `Open Billing and compare both lines of invoice ${number}. You wrote: ${text}`,
    ...{ resolution: `Refunded invoice ${number}.`, group: 'Billing', satisfaction: 'good', gold: false },
    ...{ solvedDaysAgo: 3 + number, resolutionHours: 2, tags: [] },
  })),
});

/** A backend, all of whose neighbours stand behind a proxy that can turn on it, and an account that nobody has connected yet. */
export async function prepareCanaryRun() {
  const [configured, customers] = [configuredSecrets(), customersSecrets()];
  const folder = mkdtempSync(join(tmpdir(), 'triage-canary-secrets-'));
  const [helpdesk, model, vectors] = await Promise.all([startEchoProxy(), startEchoProxy(), startEchoProxy()]);
  const [openAi, chroma] = await Promise.all([
    startOpenAi({ apiKeys: [configured.OPENAI_API_KEY, configured.FALLBACK_API_KEY] }),
    startChromaServer(folder),
  ]);
  model.aim(new URL(openAi.url).origin);
  vectors.aim(`http://${chroma.host}:${chroma.port}`);
  const { 'SECRETS_KEY, the old one': oldKey, SECRETS_KEY, ...settings } = configured;
  const hosted = await prepareHosted({
    accounts: 1,
    zendesk: { seed: solvedWith(customers.text) },
    environment: {
      ...settings,
      SECRETS_KEY: `${SECRETS_KEY},${oldKey}`,
      ZENDESK_URL: helpdesk.url,
      OPENAI_BASE_URL: `${model.url}/v1`,
      FALLBACK_MODEL: 'gpt-4o',
      CHROMA_URL: vectors.url,
      MODE: 'assist',
      LOG_LEVEL: 'debug',
    },
  });
  const [account] = hosted.accounts.values();
  if (!account) throw new Error('There is no account');
  helpdesk.aim(account.zendesk.url);
  const close = async () => {
    await hosted.close();
    await Promise.all([helpdesk.close(), model.close(), vectors.close(), openAi.close(), chroma.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { configured, customers, chromaFolder: folder, helpdesk, model, vectors, hosted, account, close };
}
export type CanaryRun = Awaited<ReturnType<typeof prepareCanaryRun>>;
