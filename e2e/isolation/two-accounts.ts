import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createLexicalEmbedder } from '../../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import { createChroma } from '../../backend/adapters/vectors/chroma/create-chroma.ts';
import { startChromaServer } from '../../backend/adapters/vectors/chroma/start-server.ts';
import { buildTenant, createBreakers, taxonomyOf } from '../../backend/build-tenant.ts';
import { type Config, readConfig } from '../../backend/config.ts';
import { teamsOf } from '../../backend/contract/routing-rules.ts';
import { environmentSettings } from '../../backend/environment-settings.ts';
import { createExampleFinder } from '../../backend/feedback/find-examples.ts';
import type { Env } from '../../backend/http/env.ts';
import { createMetrics } from '../../backend/http/metrics.ts';
import { createServer, type ServerParts } from '../../backend/http/server.ts';
import { createSessionTokens } from '../../backend/http/session-token.ts';
import { type JobParts, startJobs } from '../../backend/jobs/index.ts';
import { createModelHolders } from '../../backend/model-holders.ts';
import { readRulesInForce } from '../../backend/pipeline/routing/rules-in-force.ts';
import type { Job, JobName, JobPayloads, Queue } from '../../backend/ports/queue.ts';
import type { Store } from '../../backend/ports/store.ts';
import { createReader } from '../../backend/reader/create-reader.ts';
import { createTenants } from '../../backend/tenants.ts';
import type { databases } from '../../backend/test/databases.ts';
import { freePort } from '../../backend/test/free-port.ts';
import { createTrainer } from '../../backend/trainer/create-trainer.ts';
import { hostedOf } from '../../sandbox/connect-backend.ts';
import { startZendesk, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';

export const PUBLIC_URL = 'http://127.0.0.1:9';
export const ADMIN_TOKEN = 'operator-'.padEnd(40, 'o');
export const SESSION_KEY = new Uint8Array(32).fill(9);
const MUCH = 1e9;
const fileOf = (text: string, type: string) => ({ bytes: new Uint8Array(new TextEncoder().encode(text)), type });
const PAGE = new Map([
  ['index.html', fileOf('<meta name="triage-session" content="" />', 'text/html')],
  ['assets/page.js', fileOf('0', 'text/javascript')],
]);

/** A backend of the Marketplace in this process, over whatever store and queue it is given. */
export type Backend = {
  app: Hono<Env>;
  /** Runs a job as a worker would. */
  run<Name extends JobName>(name: Name, payload: JobPayloads[Name]): Promise<void>;
  jobNames: JobName[];
  logged: string[];
  /** Ends what goes on after an answer. */
  settled(): Promise<void>;
};

type Shared = Pick<JobParts, 'vectors'> & { reader: Awaited<ReturnType<typeof createReader>>; config: Config };
type Workers = Map<JobName, (job: Job<JobName>) => Promise<void>>;

/** Jobs are kept, and run only when the test says so. */
function captureWorkers(queue: Queue): { queue: Queue; workers: Workers } {
  const workers: Workers = new Map();
  const work: Queue['work'] = async (name, _, run) => {
    workers.set(name, run as unknown as (job: Job<JobName>) => Promise<void>);
  };
  return { queue: { ...queue, work, repeat: async () => {} }, workers };
}

function serve(store: Store, config: Config, log: Backend['logged']) {
  const trainer = createTrainer();
  const onError = (error: Error) => void log.push(`${error.name} ${error.message}`);
  const models = createModelHolders({
    store,
    trainer,
    onError,
    isServed: async (id) => (await tenants.find(id)) !== null,
  });
  const breakers = createBreakers({ config });
  const tenants = createTenants({
    ...{ store, onError, sole: null },
    make: async (id, state) => {
      if (state.connection === null || state.connection.state === 'uninstalled') return null;
      const holder = await models.of(id, taxonomyOf(state.saved?.settings ?? environmentSettings(config)));
      const writeLog = (...line: unknown[]) => void log.push(JSON.stringify(line));
      return buildTenant(id, state, { config, fetch, log: writeLog, store, holder, breakers });
    },
  });
  return { trainer, tenants };
}

export async function createBackend(
  store: Store,
  given: Queue,
  { vectors, reader, config }: Shared,
  /** Where accounts are looked up. */
  accounts: Store = store,
): Promise<Backend> {
  const logged: string[] = [];
  const working: Promise<unknown>[] = [];
  const { queue, workers } = captureWorkers(given);
  const { trainer, tenants } = serve(accounts, config, logged);
  const parts = {
    ...{ store, queue, vectors, reader, tenants, trainer, publicUrl: PUBLIC_URL, adminToken: ADMIN_TOKEN },
    ...{ requestsPerMinute: MUCH, workers: 1, files: PAGE, appKey: config.APP_PUBLIC_KEY ?? null },
    log: (event, fields) => void logged.push(JSON.stringify([event, fields])),
    metrics: createMetrics({ waiting: async () => 0, dead: async () => 0 }),
    sessions: createSessionTokens(SESSION_KEY),
    originOf: (id) => config.ZENDESK_URL.replace('{subdomain}', id),
    ...{ hasModel: false, prices: config.prices, unschedule: async () => {} },
    background: (work) => void working.push(work.catch(() => {})),
    changed: async (id: string) => tenants.changed(id),
    readTeams: async (tenant) => teamsOf((await readRulesInForce(tenant, store)).rules),
    findExamples: createExampleFinder({
      ...{ store, embedder: createLexicalEmbedder() },
      taxonomyOf: async (id) => (await tenants.find(id))?.taxonomy ?? null,
    }),
  } satisfies ServerParts & JobParts;
  await startJobs(parts);
  return {
    app: createServer(parts),
    logged,
    jobNames: [...workers.keys()],
    settled: async () => void (await Promise.all(working)),
    run: async (name, payload) => workers.get(name)?.({ id: 'j', attempt: 1, payload }),
  };
}

export type Rig = Awaited<ReturnType<typeof openRig>>;

const openZendesk = async (): Promise<ZendeskSandbox> => {
  const port = await freePort();
  const seed = { tickets: [], solved: [], articles: [] };
  const limits = { perMinute: MUCH, updatesPerMinute: MUCH, updatesPerTicket: MUCH };
  // An account is called after its port, so that one address with a gap in it names both.
  return startZendesk({ appDir: 'dist', seed, limits, port, subdomain: String(port), retryDelaysMs: [] });
};

/** What does not depend on the kind of database: two accounts of Zendesk, vectors and readers. */
export async function openOutside() {
  const folder = mkdtempSync(join(tmpdir(), 'triage-isolation-'));
  const [own, other] = await Promise.all([openZendesk(), openZendesk()]);
  const [chroma, reader] = await Promise.all([startChromaServer(folder), createReader(() => {})]);
  const close = async () => {
    await Promise.all([own.close(), other.close(), reader.close(), chroma.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  const config = readConfig({
    ...hostedOf(own),
    ZENDESK_URL: own.url.replace(own.subdomain, '{subdomain}'),
    ...{ ADMIN_TOKEN, UPDATES_PER_MINUTE: '1000000', SLA_WARNINGS: 'on', MODE: 'auto', LOG_LEVEL: 'silent' },
  });
  return { zendesks: { own, other }, shared: { config, vectors: createChroma(chroma), reader }, close };
}

/** Both accounts on a database of this kind. */
export async function openRig(kind: (typeof databases)[number], outside: Awaited<ReturnType<typeof openOutside>>) {
  const test = await kind.open();
  const queue = await test.openQueue();
  const backend = await createBackend(test.store, queue, outside.shared);
  const close = async () => {
    await backend.settled();
    await queue.close();
    await test.close();
  };
  return { ...outside, ...test, queue, backend, close };
}
