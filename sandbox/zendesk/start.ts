import type { Marketplace } from './account.ts';
import { buildApi } from './api.ts';
import { appHost } from './app-host.ts';
import { SUBDOMAIN } from './directory.ts';
import { faceOf, type TicketSnapshot, type ZendeskSandbox } from './face.ts';
import { createFaults } from './faults.ts';
import { createLimits, DEFAULT_LIMITS, type LimitSizes } from './limits.ts';
import { listen, type Tls } from './listen.ts';
import { createOAuth } from './oauth.ts';
import { plantState } from './planting.ts';
import { readSampleSeed } from './seed.ts';
import type { Seed } from './seed-shape.ts';
import type { State } from './state.ts';
import { firstInstallation, keepState, readState } from './state-file.ts';
import { createSender } from './webhook-sender.ts';

export type { TicketSnapshot, ZendeskSandbox };

const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 30_000, 60_000];
const WEBHOOK_TIMEOUT_MS = 10_000;

export type ZendeskOptions = {
  /** 0 or absent takes any free port. */
  port?: number;
  appPort?: number;
  /** The account's name; its number follows from it. */
  subdomain?: string;
  /** The packaged app: manifest.json, assets/ and so on. */
  appDir?: string;
  /** False: an account in which nobody has installed the app yet. A kept state wins. */
  installed?: boolean;
  /** Where the state survives a restart; a kept state wins over the seed. */
  statePath?: string;
  seed: 'sample' | Seed;
  /** Values of the installation's parameters, secure ones included. */
  settings?: Record<string, string>;
  now?: () => Date;
  retryDelaysMs?: number[];
  webhookTimeoutMs?: number;
  limits?: Partial<LimitSizes>;
  /** False: a plan without agent availability. */
  availability?: boolean;
  /** False: a plan whose webhooks cannot subscribe to events. */
  eventWebhooks?: boolean;
  /** Where its OAuth clients may send people back to; absent takes any address on this machine. */
  oauthRedirects?: string[];
  /** What the global client's calls have to carry; absent: nothing. */
  marketplace?: Marketplace;
  tls?: Tls;
};

/** Starts a stand-in Zendesk account on loopback: REST API, webhooks, agent workspace and app host. */
export async function startZendesk(options: ZendeskOptions): Promise<ZendeskSandbox> {
  const { keeper, sender, ...account } = await openAccount(options);
  const alarms = createAlarms();
  const { state, now } = account;
  const redirects = options.oauthRedirects ?? null;
  const oauth = createOAuth({ state, now, redirects, scopeLimit: () => account.scopeLimit });
  const api = await listen(buildApi(account, oauth, alarms.later).fetch, options.port ?? 0, options.tls);
  const apps = await listen(appHost(account.appDir).fetch, options.appPort ?? 0).catch(async (error) => {
    await api.close();
    throw error;
  });
  Object.assign(account, { url: api.url, appUrl: apps.url });
  return {
    ...faceOf(account),
    deliveries: sender.deliveries,
    notifications: sender.notifications,
    settled: sender.settled,
    async close() {
      alarms.close();
      await Promise.all([api.close(), apps.close(), sender.close()]);
      keeper.close();
    },
  };
}

async function openAccount(options: ZendeskOptions) {
  const {
    now = () => new Date(),
    retryDelaysMs = RETRY_DELAYS_MS,
    webhookTimeoutMs: timeoutMs = WEBHOOK_TIMEOUT_MS,
  } = options;
  const state = await openState(options, now());
  const keeper = keepState(options.statePath, state);
  const faults = createFaults();
  const limits = createLimits(now, { ...DEFAULT_LIMITS, ...options.limits });
  const sender = createSender({ state, faults, now, retryDelaysMs, timeoutMs });
  const { touched } = keeper;
  const { publish, notify } = sender;
  const { appDir = null, availability = true, eventWebhooks = true, marketplace = null } = options;
  const plan = { availability, eventWebhooks, marketplace, scopeLimit: null as string[] | null };
  const parts = { state, faults, limits, now, touched, publish, notify, keeper, sender, requestsSeen: [] };
  return { url: '', appUrl: '', appDir, ...plan, ...parts };
}

/** Settings that are given hold, whatever was kept. */
async function openState(options: ZendeskOptions, now: Date): Promise<State> {
  const { seed, statePath, settings = {}, subdomain = SUBDOMAIN, installed = true } = options;
  const beginning = { subdomain, installation: installed ? firstInstallation(settings, subdomain) : null };
  const kept = readState(statePath);
  const state = kept ?? plantState(seed === 'sample' ? await readSampleSeed() : seed, now, beginning);
  if (state.installation !== null) Object.assign(state.installation.settings, settings);
  return state;
}

/** Timers that end with the account. */
function createAlarms() {
  const timers = new Set<NodeJS.Timeout>();
  return {
    later(delayMs: number, run: () => unknown): void {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, delayMs);
      timers.add(timer);
    },
    close(): void {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
