import { join } from 'node:path';
import { fromPglite } from 'pg-boss';
import { createPresidio } from './adapters/detector/presidio/create-presidio.ts';
import { createLexicalEmbedder } from './adapters/embedder/lexical/create-lexical-embedder.ts';
import { createOpenAiEmbedder } from './adapters/embedder/openai/create-openai-embedder.ts';
import { createBreaker, createOpenAiEngine } from './adapters/engine/openai/create-openai-engine.ts';
import { createRulesEngine } from './adapters/engine/rules/create-rules-engine.ts';
import { createZendesk } from './adapters/helpdesk/zendesk/create-zendesk.ts';
import { createQueue } from './adapters/queue/pg-boss/create-queue.ts';
import { createStore } from './adapters/store/postgres/create-store.ts';
import { migrate } from './adapters/store/postgres/migrate.ts';
import { openPglite } from './adapters/store/postgres/open-pglite.ts';
import { openPostgres } from './adapters/store/postgres/open-postgres.ts';
import { createChroma } from './adapters/vectors/chroma/create-chroma.ts';
import { startChromaServer } from './adapters/vectors/chroma/start-server.ts';
import type { Config } from './config.ts';
import { readDataKey } from './data-key.ts';
import { createExampleFinder } from './feedback/find-examples.ts';
import { createMetrics } from './http/metrics.ts';
import { createModelHolder } from './model-holder.ts';
import { paceUpdates } from './pace-updates.ts';
import { takeOverFile } from './pipeline/routing/rules-in-force.ts';
import type { Detector } from './ports/detector.ts';
import type { Embedder } from './ports/embedder.ts';
import type { Engine } from './ports/engine.ts';
import { OutsideError } from './ports/errors.ts';
import { earnedBy } from './ports/learned.ts';
import type { Log } from './ports/log.ts';
import { keyOf } from './ports/queue.ts';
import type { Store } from './ports/store.ts';
import type { Tenant, Tenants } from './ports/tenant.ts';
import { createReader } from './reader/create-reader.ts';
import { createTrainer } from './trainer/create-trainer.ts';

/** By then the embedded server has started again. */
const CHROMA_BACK_SECONDS = 10;

type Parts = { config: Config; fetch: typeof fetch; log: Log };

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

/** Triage goes on without it; whoever runs it must see that it did. */
function createDetector({ config, fetch, log }: Parts): Detector | null {
  if (!config.PRESIDIO_URL) return null;
  const presidio = createPresidio({ url: config.PRESIDIO_URL, fetch });
  return {
    detect: (text, language, signal) =>
      presidio.detect(text, language, signal).catch((error) => {
        log('fault', { part: 'presidio', code: error instanceof OutsideError ? error.code : 'unknown' });
        throw error;
      }),
  };
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

/** The ladder: the model, a second one, the builtin engine, rules. Models of one provider and key share a breaker. */
function createEngines({ config, fetch }: Parts, builtin: Engine): Engine[] {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model, FALLBACK_MODEL: second } = config;
  const below = [builtin, createRulesEngine()];
  if (!apiKey) return below;
  const breaker = createBreaker();
  const first = createOpenAiEngine({ apiKey, baseURL, model, fetch, breaker });
  if (!second) return [first, ...below];
  const other = { apiKey: config.FALLBACK_API_KEY ?? apiKey, baseURL: config.FALLBACK_BASE_URL ?? baseURL };
  const same = other.apiKey === apiKey && other.baseURL === baseURL;
  return [
    first,
    createOpenAiEngine({ ...other, model: second, fetch, breaker: same ? breaker : createBreaker() }),
    ...below,
  ];
}

function createEmbedder({ config, fetch }: Parts) {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_EMBEDDING_MODEL: model } = config;
  return config.EMBEDDER === 'openai' && apiKey
    ? createOpenAiEmbedder({ apiKey, baseURL, model, dimensions: 1536, fetch })
    : createLexicalEmbedder();
}

/** The embedder that another configuration had, so that its collection serves until the new one is whole. */
function findEmbedder(id: string, { config, fetch }: Parts): Embedder | null {
  const lexical = createLexicalEmbedder();
  if (id === lexical.id) return lexical;
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = config;
  const [, model, dimensions] = /^openai-(.+)-(\d+)$/.exec(id) ?? [];
  return apiKey && model
    ? createOpenAiEmbedder({ apiKey, baseURL, model, dimensions: Number(dimensions), fetch })
    : null;
}

function createTenant(parts: Parts, builtin: Engine, store: Store): Tenant {
  const { config, fetch } = parts;
  const helpdesk = createZendesk({
    baseUrl: config.ZENDESK_URL,
    clientId: config.ZENDESK_CLIENT_ID,
    clientSecret: config.ZENDESK_CLIENT_SECRET,
    webhookSecrets: config.ZENDESK_WEBHOOK_SECRET,
    questions: config.reply.askDetails,
    fetch,
  });
  return {
    id: config.ZENDESK_SUBDOMAIN,
    mode: config.MODE,
    issuer: config.ZENDESK_SUBDOMAIN,
    appSecrets: config.APP_SECRET,
    helpdesk: paceUpdates(helpdesk, {
      tenantId: config.ZENDESK_SUBDOMAIN,
      perMinute: config.UPDATES_PER_MINUTE,
      store,
    }),
    engines: createEngines(parts, builtin),
    embedder: createEmbedder(parts),
    findEmbedder: (id) => findEmbedder(id, parts),
    reply: config.reply,
    askDetails: config.ASK_DETAILS === 'on',
    retention: {
      triages: config.KEEP_TRIAGES_DAYS ?? null,
      feedback: config.KEEP_FEEDBACK_DAYS ?? null,
      knowledge: config.KEEP_KNOWLEDGE_DAYS ?? null,
    },
    model: config.OPENAI_MODEL,
    masking: { keep: config.MASK_KEEP, regions: config.REGIONS },
    detector: createDetector(parts),
    images: config.READ_IMAGES === 'on',
    taxonomy: config.taxonomy,
    routing: config.routing,
    slaWarnings: config.SLA_WARNINGS === 'on',
    reviewBelow: config.REVIEW_BELOW,
    prices: config.prices,
    monthlyBudgetUsd: config.MODEL_BUDGET_USD ?? null,
  };
}

const only = (tenant: Tenant): Tenants => ({
  find: (id) => (id === tenant.id ? tenant : null),
  findByIssuer: (issuer) => (issuer === tenant.issuer ? tenant : null),
  all: () => [tenant],
});

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

async function open(config: Config, writeLog: Log, opened: (close: () => Promise<void>) => void) {
  const metrics = createMetrics({
    waiting: () => queue.countWaiting('triage-ticket'),
    dead: () => queue.countDead('triage-ticket'),
  });
  const log: Log = (event, fields) => {
    writeLog(event, fields);
    metrics.count(event, fields);
  };
  const onError = (part: string) => (error: Error) => writeLog('fault', { part, code: error.name });
  let checkIndex = () => {};
  const onChromaDeath = () => {
    writeLog('fault', { part: 'chroma', code: 'died' });
    checkIndex();
  };
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
  // All at once, and all ended before a fault of one is passed on: what was opened can then be closed.
  await Promise.allSettled([starting, opening, reading]);
  const { database, queueOn } = await opening;
  const { vectors } = await starting;
  const reader = await reading;
  const store = createStore(database, readDataKey(config.DATA_KEY, config.DATA_DIR));
  const queue = await createQueue(queueOn, onError('queue'));
  opened(queue.close);
  const trainer = createTrainer();
  opened(trainer.close);
  const models = await createModelHolder({
    tenantId: config.ZENDESK_SUBDOMAIN,
    taxonomy: config.taxonomy,
    store,
    trainer,
    onError: onError('model'),
  });
  const tenants = only(createTenant({ config, fetch, log }, models.engine, store));
  for (const tenant of tenants.all()) await takeOverFile(tenant, store);
  // What its death has damaged is noticed and made again.
  checkIndex = () => {
    for (const { id: tenantId } of tenants.all())
      queue
        .enqueue('index-knowledge', { tenantId }, keyOf({ tenantId }), { afterSeconds: CHROMA_BACK_SECONDS })
        .catch(onError('queue'));
  };
  const findExamples = createExampleFinder({
    store,
    embedder: createLexicalEmbedder(),
    taxonomyOf: (id) => tenants.find(id)?.taxonomy ?? null,
  });
  const readLearned: Store['readLearned'] = async (id) => earnedBy(await store.readLearned(id), models.version());
  return {
    store: { ...store, readLearned },
    queue,
    vectors,
    reader,
    metrics,
    log,
    tenants,
    trainer,
    models,
    findExamples,
  };
}
export type Wired = Awaited<ReturnType<typeof wire>>;
