import { serve } from '@hono/node-server';
import type { Config } from './config.ts';
import { createServer } from './http/server.ts';
import { startJobs } from './jobs/index.ts';
import { repairCollection } from './knowledge/embed-knowledge.ts';
import { type ImportProgress, importKnowledge } from './knowledge/import-knowledge.ts';
import type { Log } from './ports/log.ts';
import { type Wired, wire } from './wire.ts';

const DRAIN_MS = 15_000;

const listen = (fetch: (request: Request) => Response | Promise<Response>, { HOST, PORT }: Config) =>
  new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const server = serve({ fetch, hostname: HOST, port: PORT }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${PORT} is in use. Stop what listens there, or set PORT to another one.`) : error);
    });
  });

/** Checks the vectors against the store in the background: triage goes on meanwhile, with what is there. */
async function repair({ tenants, store, vectors, log }: Wired): Promise<void> {
  for (const tenant of tenants.all()) {
    const whole = await repairCollection(tenant, { store, vectors }).catch(() => null);
    if (whole !== true)
      log('fault', { part: 'vectors', tenant: tenant.id, code: whole === null ? 'unreachable' : 'rebuilt' });
  }
}

export type Running = {
  port: number;
  /** Imports what is new for every tenant, in this process. */
  importKnowledge: (onProgress: (progress: ImportProgress) => void) => Promise<void>;
  /** Stops taking requests and jobs, lets running ones end and closes everything that was opened. */
  close: () => Promise<void>;
};

/** Starts a whole backend: API and workers in one process. Throws when it cannot, with nothing left open. */
export async function start(config: Config, writeLog: Log): Promise<Running> {
  const wired = await wire(config, writeLog);
  const { log } = wired;
  const working = new Set<Promise<unknown>>();
  const background = (work: Promise<unknown>): void => {
    const settled: Promise<unknown> = work
      .catch((error) => log('fault', { part: 'triage', code: error instanceof Error ? error.name : 'unknown' }))
      .finally(() => working.delete(settled));
    working.add(settled);
  };
  const parts = { ...wired, background, publicUrl: config.PUBLIC_URL, adminToken: config.ADMIN_TOKEN ?? null };
  const app = createServer(parts);
  try {
    const server = await listen(app.fetch, config);
    await startJobs({ ...parts, workers: config.WORKERS });
    for (const tenant of wired.tenants.all()) tenant.helpdesk.ownUserId();
    background(repair(wired));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.PORT;
    const close = async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.race([
        Promise.all([closed, Promise.allSettled(working)]),
        new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref()),
      ]);
      await wired.close();
    };
    const importAll = async (onProgress: (progress: ImportProgress) => void) => {
      for (const tenant of wired.tenants.all()) await importKnowledge({ ...wired, tenant, onProgress });
    };
    return { port, importKnowledge: importAll, close };
  } catch (error) {
    await wired.close();
    throw error;
  }
}
