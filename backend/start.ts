import { serve } from '@hono/node-server';
import type { Config } from './config.ts';
import { createServer } from './http/server.ts';
import { startJobs } from './jobs/index.ts';
import { importKnowledge } from './knowledge/import-knowledge.ts';
import type { ImportRun } from './ports/knowledge.ts';
import type { Log } from './ports/log.ts';
import { keyOf } from './ports/queue.ts';
import { type Wired, wire } from './wire.ts';

const DRAIN_MS = 15_000;
const NIGHTLY = '0 3 * * *';
const HOURLY = '23 * * * *';
const EVERY_MINUTE = '* * * * *';
const EVERY_FIVE_MINUTES = '*/5 * * * *';
/** A model that another process trained is taken over within this time. */
const MODEL_CHECK_MS = 30_000;

type Server = ReturnType<typeof serve>;

const listen = (fetch: (request: Request) => Response | Promise<Response>, { HOST, PORT }: Config) =>
  new Promise<Server>((resolve, reject) => {
    const server = serve({ fetch, hostname: HOST, port: PORT }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${PORT} is in use. Stop what listens there, or set PORT to another one.`) : error);
    });
  });

export type Running = {
  port: number;
  /** Imports what is new for every tenant, in this process. */
  importKnowledge: (onProgress: (run: ImportRun) => void) => Promise<void>;
  /** Lets the job import what is new: now, and every night. */
  scheduleImports: () => Promise<void>;
  /** Stops taking requests and jobs, lets running ones end and closes everything that was opened. */
  close: () => Promise<void>;
};

/** Looks for a newly trained model now and then; returns what ends that. */
function keepModelsFresh({ models, log }: Wired): () => void {
  const check = () =>
    models
      .refresh()
      .catch((error) => log('fault', { part: 'model', code: error instanceof Error ? error.name : 'unknown' }));
  const timer = setInterval(check, MODEL_CHECK_MS).unref();
  return () => clearInterval(timer);
}

/** Work that goes on after its request was answered: its faults are logged, and a shutdown can wait for it. */
function trackWork(log: Log) {
  const working = new Set<Promise<unknown>>();
  return {
    background(work: Promise<unknown>): void {
      const settled: Promise<unknown> = work
        .catch((error) => log('fault', { part: 'triage', code: error instanceof Error ? error.name : 'unknown' }))
        .finally(() => working.delete(settled));
      working.add(settled);
    },
    drained: () => Promise.allSettled(working),
  };
}

const closeServer = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

/** Starts a whole backend: API and workers in one process. Throws when it cannot, with nothing left open. */
export async function start(config: Config, writeLog: Log): Promise<Running> {
  const wired = await wire(config, writeLog);
  const { background, drained } = trackWork(wired.log);
  const parts = { ...wired, background, publicUrl: config.PUBLIC_URL, adminToken: config.ADMIN_TOKEN ?? null };
  const tenants = wired.tenants.all();
  const server = await listen(createServer(parts).fetch, config).catch(async (error) => {
    await wired.close();
    throw error;
  });
  const stopChecking = keepModelsFresh(wired);
  const close = async () => {
    stopChecking();
    const timeIsUp = new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref());
    await Promise.race([Promise.all([closeServer(server), drained()]), timeIsUp]);
    await wired.close();
  };
  await startJobs({ ...parts, workers: config.WORKERS }).catch(async (error) => {
    await close();
    throw error;
  });
  for (const { id, engines } of tenants) {
    if (!engines.some(({ metered }) => metered)) continue;
    const payload = { tenantId: id };
    await wired.queue.repeat('recover-triages', payload, keyOf(payload), EVERY_MINUTE);
  }
  // Asked for now, so that it is known when the first webhook names its actor.
  for (const tenant of tenants) tenant.helpdesk.ownUserId();
  for (const { id } of tenants) {
    const payload = { tenantId: id };
    // In the background: whatever has become of the vectors, triage goes on with what is there.
    await wired.queue.enqueue('index-knowledge', payload, keyOf(payload));
    await wired.queue.repeat('index-knowledge', payload, keyOf(payload), HOURLY);
    await wired.queue.repeat('retain', payload, keyOf(payload), NIGHTLY);
    const warns = config.SLA_WARNINGS === 'on';
    await wired.queue.repeat('warn-breaches', payload, keyOf(payload), warns ? EVERY_MINUTE : null);
    await wired.queue.repeat('flag-dead', payload, keyOf(payload), EVERY_MINUTE);
    const reconciles = config.RECONCILE === 'on';
    await wired.queue.repeat('reconcile', payload, keyOf(payload), reconciles ? EVERY_FIVE_MINUTES : null);
    // Also now: while no process was up, deliveries were lost.
    if (reconciles) await wired.queue.enqueue('reconcile', payload, keyOf(payload));
  }
  return {
    port: portOf(server),
    importKnowledge: async (onProgress) => {
      for (const tenant of tenants) await importKnowledge({ ...wired, tenant }, onProgress);
    },
    scheduleImports: async () => {
      for (const { id } of tenants) {
        const payload = { tenantId: id };
        await wired.queue.enqueue('import-knowledge', payload, keyOf(payload));
        await wired.queue.repeat('import-knowledge', payload, keyOf(payload), NIGHTLY);
      }
    },
    close,
  };
}
