import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { fromPglite } from 'pg-boss';
import { createLexicalEmbedder } from './adapters/embedder/lexical/create-lexical-embedder.ts';
import { createQueue } from './adapters/queue/pg-boss/create-queue.ts';
import { createStore } from './adapters/store/postgres/create-store.ts';
import { migrate } from './adapters/store/postgres/migrate.ts';
import { openPglite } from './adapters/store/postgres/open-pglite.ts';
import { openPostgres } from './adapters/store/postgres/open-postgres.ts';
import { createChroma } from './adapters/vectors/chroma/create-chroma.ts';
import { startChromaServer } from './adapters/vectors/chroma/start-server.ts';
import { buildTenant, createBreakers, taxonomyOf } from './build-tenant.ts';
import type { Config } from './config.ts';
import { readDataKey } from './data-key.ts';
import { createEgress, type Egress, type EgressRules } from './egress/create-fetch.ts';
import { environmentSettings } from './environment-settings.ts';
import { createExampleFinder } from './feedback/find-examples.ts';
import { createMetrics } from './http/metrics.ts';
import { createSessionTokens } from './http/session-token.ts';
import { createModelHolders } from './model-holders.ts';
import { takeOverFile } from './pipeline/routing/rules-in-force.ts';
import { actFor } from './ports/acting-for.ts';
import { earnedBy } from './ports/learned.ts';
import type { Log } from './ports/log.ts';
import { keyOf } from './ports/queue.ts';
import type { Store } from './ports/store.ts';
import type { Tenant } from './ports/tenant.ts';
import type { Trainer } from './ports/trainer.ts';
import { createReader } from './reader/create-reader.ts';
import { createTenants, type TenantState } from './tenants.ts';
import { createTrainer } from './trainer/create-trainer.ts';

/** By then the embedded server has started again. */
const CHROMA_BACK_SECONDS = 10;

async function openDatabase({ DATABASE_URL, DATA_DIR }: Config, onError: (error: Error) => void) {
  if (DATABASE_URL) {
    const database = openPostgres(DATABASE_URL, onError);
    await migrate(database);
    return { database, queueOn: { connectionString: DATABASE_URL } };
  }
  const database = await openPglite(join(DATA_DIR, 'postgres'));
  await migrate(database);
  return { database, queueOn: { db: fromPglite(database.pglite), backend: 'pglite' as const } };
}

async function openVectors({ CHROMA_URL, CHROMA_TOKEN, DATA_DIR }: Config, onDeath: () => void) {
  if (!CHROMA_URL) {
    const server = await startChromaServer(join(DATA_DIR, 'chroma'), onDeath);
    return { vectors: createChroma(server), stopChroma: server.stop };
  }
  const { protocol, hostname, port } = new URL(CHROMA_URL);
  const ssl = protocol === 'https:';
  const where = { host: hostname, port: Number(port) || (ssl ? 443 : 8000), ssl };
  const headers = CHROMA_TOKEN ? { headers: { 'x-chroma-token': CHROMA_TOKEN } } : {};
  return { vectors: createChroma({ ...where, ...headers }), stopChroma: async () => {} };
}

/** Their addresses are looked at; those of what an operator has configured may be private. */
const KNOWN_HOSTS = ['*.zendesk.com', '*.zdusercontent.com', 'api.openai.com'];
const KNOWN_ORIGINS = /^https:\/\/([\w{}-]+\.zendesk\.com|api\.openai\.com)(\/|$)/;

/** Where this process may go: to accounts of Zendesk, and to what its operator has configured. */
const egressOf = ({ ZENDESK_URL, ...config }: Config): Pick<EgressRules, 'hosts' | 'origins'> => {
  const given = [ZENDESK_URL, config.OPENAI_BASE_URL, config.FALLBACK_BASE_URL, config.PRESIDIO_URL];
  const isOurs = (url: string) => KNOWN_ORIGINS.test(url);
  return { hosts: KNOWN_HOSTS, origins: given.filter((url) => url !== undefined).filter((url) => !isOurs(url)) };
};

/** An account that an admin has to connect is there once its page was opened, and until the app is gone. */
const isServed = ({ ZENDESK_SUBDOMAIN }: Config, { connection }: TenantState): boolean =>
  ZENDESK_SUBDOMAIN !== undefined || (connection !== null && connection.state !== 'uninstalled');

/** Keys for what is not data: made from the first of the keys that seal secrets. */
const deriveKey = (key: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `ticket-triage ${use}`, 32));

/** What was opened, to be closed the newest first, once. */
function createClosing() {
  const opened: (() => Promise<void>)[] = [];
  let closing: Promise<void> | null = null;
  const closeAll = async () => {
    for (const close of opened.reverse()) await close();
  };
  return {
    opened: (close: () => Promise<void>) => opened.push(close),
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}

/** Makes the parts of a process from its configuration. Throws with nothing left open. */
export async function wire(config: Config, writeLog: Log) {
  const { opened, close } = createClosing();
  try {
    return { ...(await open(config, writeLog, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Opened = (close: () => Promise<void>) => void;

/** The servers and threads of a process: all at once, and all ended before a fault of one is passed on, so that what was opened can be closed. */
async function openServers(
  config: Config,
  log: Log,
  { opened, onError, onChromaDeath }: { opened: Opened; onError: OnError; onChromaDeath: () => void },
) {
  const starting = openVectors(config, onChromaDeath).then((started) => {
    opened(started.stopChroma);
    return started;
  });
  const opening = openDatabase(config, onError('database')).then((found) => {
    opened(found.database.close);
    return found;
  });
  const reading = createReader(log).then((reader) => {
    opened(reader.close);
    return reader;
  });
  await Promise.allSettled([starting, opening, reading]);
  return { ...(await opening), vectors: (await starting).vectors, reader: await reading };
}

type OnError = (part: string) => (error: Error) => void;
type Serving = { config: Config; log: Log; egress: Egress; ownStore: Store; trainer: Trainer; onError: OnError };

/** The accounts, and the store as it looks with the models that they run on. */
function serveTenants({ config, log, egress, ownStore, trainer, onError }: Serving) {
  const isHere = async (id: string) => (await tenants.find(id)) !== null;
  const models = createModelHolders({ store: ownStore, trainer, onError: onError('model'), isServed: isHere });
  const breakers = createBreakers({ config });
  const readLearned: Store['readLearned'] = async (id) => {
    const [learned, tenant] = await Promise.all([ownStore.readLearned(id), tenants.find(id)]);
    return tenant ? earnedBy(learned, tenant.builtin.version()) : learned;
  };
  const store: Store = { ...ownStore, readLearned };
  const tenants = createTenants({
    store,
    sole: config.ZENDESK_SUBDOMAIN ?? null,
    onError: onError('tenants'),
    make: async (id, state) => {
      if (!isServed(config, state)) return null;
      const holder = await models.of(id, taxonomyOf(state.saved?.settings ?? environmentSettings(config)));
      return buildTenant(id, state, { config, fetch: egress.fetch, log, store, holder, breakers });
    },
  });
  const eachTenant = async (run: (tenant: Tenant) => Promise<unknown>): Promise<void> => {
    for (const id of await tenants.list()) {
      const one = async () => {
        const tenant = await tenants.find(id);
        if (tenant) await actFor(id, () => run(tenant));
      };
      // Of many accounts, one that cannot be read holds none of the others up.
      await (tenants.sole === null ? one().catch(onError('tenants')) : one());
    }
  };
  return { store, tenants, models, eachTenant };
}

async function open(config: Config, writeLog: Log, opened: Opened) {
  const metrics = createMetrics({
    waiting: () => queue.countWaiting('triage-ticket'),
    dead: () => queue.countDead('triage-ticket'),
  });
  const log: Log = (event, fields) => {
    writeLog(event, fields);
    metrics.count(event, fields);
  };
  const onError: OnError = (part) => (error) => writeLog('fault', { part, code: error.name });
  let checkIndex = () => {};
  const onChromaDeath = () => {
    writeLog('fault', { part: 'chroma', code: 'died' });
    checkIndex();
  };
  const { database, queueOn, vectors, reader } = await openServers(config, log, { opened, onError, onChromaDeath });
  const dataKey = readDataKey(config.DATA_KEY, config.DATA_DIR);
  const secretsKeys = config.SECRETS_KEY?.map((key) => Buffer.from(key, 'base64')) ?? [deriveKey(dataKey, 'secrets')];
  const ownStore = createStore(database, dataKey, secretsKeys);
  await ownStore.resealConnections();
  const queue = await createQueue(queueOn, onError('queue'));
  opened(queue.close);
  const trainer = createTrainer();
  opened(trainer.close);
  const onRefused = (host: string, why: string) => writeLog('fault', { part: 'egress', code: why, host });
  const egress = createEgress({ ...egressOf(config), onRefused });
  opened(egress.close);
  const { store, tenants, models, eachTenant } = serveTenants({ config, log, egress, ownStore, trainer, onError });
  await eachTenant((tenant) => takeOverFile(tenant, store));
  // What its death has damaged is noticed and made again.
  checkIndex = () => {
    eachTenant(({ id: tenantId }) =>
      queue.enqueue('index-knowledge', { tenantId }, keyOf({ tenantId }), { afterSeconds: CHROMA_BACK_SECONDS }),
    ).catch(onError('queue'));
  };
  const embedder = createLexicalEmbedder();
  const taxonomyOfTenant = async (id: string) => (await tenants.find(id))?.taxonomy ?? null;
  const findExamples = createExampleFinder({ store, embedder, taxonomyOf: taxonomyOfTenant });
  const sessions = createSessionTokens(deriveKey(secretsKeys[0] ?? dataKey, 'sessions'));
  return { store, queue, vectors, reader, metrics, log, tenants, eachTenant, trainer, models, findExamples, sessions };
}
export type Wired = Awaited<ReturnType<typeof wire>>;
