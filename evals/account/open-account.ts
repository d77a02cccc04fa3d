import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createZendesk } from '../../backend/adapters/helpdesk/zendesk/create-zendesk.ts';
import { readConfig } from '../../backend/config.ts';
import { importKnowledge } from '../../backend/knowledge/import-knowledge.ts';
import type { Tenant } from '../../backend/ports/tenant.ts';
import { type Wired, wire } from '../../backend/wire.ts';
import { accountOf } from '../../sandbox/connect-backend.ts';
import { type OpenAi, startOpenAi } from '../../sandbox/openai/start.ts';
import { readSampleSeed } from '../../sandbox/zendesk/seed.ts';
import type { OpenTicketSeed, Seed } from '../../sandbox/zendesk/seed-shape.ts';
import { startZendesk, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';

const NO_LIMITS = { perMinute: 1e9, updatesPerMinute: 1e9, updatesPerTicket: 1e9, exportsPerMinute: 1e9 };
const SECRET_BYTES = 32;

export type Account = {
  zendesk: ZendeskSandbox;
  openai: OpenAi | null;
  wired: Wired;
  tenant: Tenant;
  /** What the account's knowledge was made of. */
  seed: Seed;
  /** Another company's knowledge, in the same store and vectors, to be seen by nobody here. */
  addNeighbour(seed: Seed): Promise<void>;
  close(): Promise<void>;
};

/** Closes what was opened, the newest first. */
function createClosing() {
  const opened: (() => Promise<void> | void)[] = [];
  return {
    opened: (close: () => Promise<void> | void) => void opened.push(close),
    close: async () => {
      for (const close of opened.splice(0).reverse()) await close();
    },
  };
}

/** Without knowledge there would be nothing to leak, and nothing to measure. */
async function importAll(parts: Parameters<typeof importKnowledge>[0]): Promise<void> {
  const { kept } = await importKnowledge(parts);
  if (kept === 0) throw new Error('The sandbox has no knowledge to import');
}

/** A whole backend but its HTTP server, on a throw-away folder, for a sandbox account with these open tickets and the sample's knowledge. */
export async function openAccount(tickets: OpenTicketSeed[], withModel: boolean): Promise<Account> {
  const { opened, close } = createClosing();
  try {
    const folder = mkdtempSync(join(tmpdir(), 'triage-eval-'));
    opened(() => rmSync(folder, { recursive: true, force: true }));
    const seed = { ...(await readSampleSeed()), tickets };
    const startSandbox = async (planted: Seed) => {
      const sandbox = await startZendesk({ seed: planted, limits: NO_LIMITS });
      opened(sandbox.close);
      return sandbox;
    };
    const zendesk = await startSandbox(seed);
    const openai = withModel ? await startOpenAi({ requestsPerMinute: 1e9 }) : null;
    if (openai) opened(openai.close);
    const config = readConfig({
      ...accountOf(zendesk),
      ZENDESK_WEBHOOK_SECRET: randomBytes(SECRET_BYTES).toString('hex'),
      APP_SECRET: randomBytes(SECRET_BYTES).toString('hex'),
      DATA_DIR: folder,
      ...(openai && { OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: openai.url }),
    });
    const wired = await wire(config, () => {});
    opened(wired.close);
    const tenant = await wired.tenants.find(config.ZENDESK_SUBDOMAIN ?? '');
    if (!tenant) throw new Error('The backend serves no account');
    await importAll({ ...wired, tenant });
    const addNeighbour = async (planted: Seed) => {
      const { url: baseUrl, oauth } = await startSandbox(planted);
      const helpdesk = createZendesk({ baseUrl, ...oauth, webhookSecrets: [], fetch });
      await importAll({ ...wired, tenant: { ...tenant, id: 'neighbour', helpdesk } });
    };
    return { zendesk, openai, wired, tenant, seed, addNeighbour, close };
  } catch (error) {
    await close();
    throw error;
  }
}
