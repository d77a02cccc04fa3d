import { serve } from '@hono/node-server';
import type { Config } from './config.ts';
import { teamsOf } from './contract/routing-rules.ts';
import { createServer } from './http/server.ts';
import { startJobs } from './jobs/index.ts';
import { importKnowledge } from './knowledge/import-knowledge.ts';
import { readRulesInForce } from './pipeline/routing/rules-in-force.ts';
import { actFor } from './ports/acting-for.ts';
import type { ImportRun } from './ports/knowledge.ts';
import type { Log } from './ports/log.ts';
import { keyOf } from './ports/queue.ts';
import type { Tenant } from './ports/tenant.ts';
import { PAGE_FOLDER, readPageFiles } from './read-page-files.ts';
import { scheduleTenant, unscheduleTenant } from './schedule-tenant.ts';
import { type Wired, wire } from './wire.ts';

const DRAIN_MS = 15_000;
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
        .catch((error) => log('fault', { part: 'background', code: error instanceof Error ? error.name : 'unknown' }))
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

/** What goes on by itself for each account, as its settings and its connection stand. */
function createScheduling(
  { queue, store, tenants }: Wired,
  { RECONCILE }: Config,
  background: (work: Promise<unknown>) => void,
) {
  const allowed = { reconciles: RECONCILE === 'on', imports: false };
  const begin = async (tenant: Tenant): Promise<void> => {
    const payload = { tenantId: tenant.id };
    await scheduleTenant(tenant, queue, allowed);
    // In the background: whatever has become of the vectors, triage goes on with what is there.
    await queue.enqueue('index-knowledge', payload, keyOf(payload));
    // While no process was up, deliveries were lost.
    if (allowed.reconciles) await queue.enqueue('reconcile', payload, keyOf(payload));
    if (allowed.imports) await queue.enqueue('import-knowledge', payload, keyOf(payload));
    // Asked for now, so that it is known when the first webhook names its actor.
    tenant.helpdesk.ownUserId();
  };
  /** When each account that is served was let in. */
  const begun = new Map<string, string>();
  const follow = async (tenantId: string): Promise<void> => {
    const [tenant, connection] = await Promise.all([tenants.find(tenantId), store.readConnection(tenantId)]);
    // Nobody connects one of the environment, but its admin may take it out as well.
    const isServed =
      tenant?.kind === 'environment' ? connection?.state !== 'uninstalled' : connection?.state === 'connected';
    const letIn = connection?.connectedAt ?? '';
    if (!tenant || !isServed) {
      begun.delete(tenantId);
      return unscheduleTenant(tenantId, queue);
    }
    if (begun.get(tenantId) === letIn) return scheduleTenant(tenant, queue, allowed);
    begun.set(tenantId, letIn);
    await begin(tenant);
    // What waited for somebody to let us in again.
    for (const name of ['triage-ticket', 'follow-ticket'] as const) await queue.hasten(name, tenantId);
  };
  return {
    allowed,
    begin,
    unschedule: (tenantId: string) => unscheduleTenant(tenantId, queue),
    /** Others hold for the account from now on. */
    changed: async (tenantId: string): Promise<void> => {
      tenants.changed(tenantId);
      background(actFor(tenantId, () => follow(tenantId)));
    },
  };
}

const readTeamsWith =
  ({ store }: Wired) =>
  async (tenant: Pick<Tenant, 'id' | 'routing'>): Promise<string[]> =>
    teamsOf((await readRulesInForce(tenant, store)).rules);

/** Starts a whole backend: API and workers in one process. Throws when it cannot, with nothing left open. */
export async function start(config: Config, writeLog: Log): Promise<Running> {
  const wired = await wire(config, writeLog);
  const { eachTenant } = wired;
  const { background, drained } = trackWork(wired.log);
  const { allowed, begin, unschedule, changed } = createScheduling(wired, config, background);
  const parts = {
    ...wired,
    ...{ background, unschedule, changed },
    publicUrl: config.PUBLIC_URL,
    adminToken: config.ADMIN_TOKEN ?? null,
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
    appKey: config.APP_PUBLIC_KEY ?? null,
    files: readPageFiles(PAGE_FOLDER),
    originOf: (id: string) => new URL(config.ZENDESK_URL.replace('{subdomain}', id)).origin,
    hasModel: config.OPENAI_API_KEY !== undefined,
    prices: config.prices,
    readTeams: readTeamsWith(wired),
  };
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
  await startJobs({ ...parts, workers: config.WORKERS })
    .then(() => eachTenant(begin))
    .catch(async (error) => {
      await close();
      throw error;
    });
  return {
    port: portOf(server),
    importKnowledge: (onProgress) =>
      eachTenant((tenant) => importKnowledge({ ...wired, tenant }, onProgress).then(() => {})),
    scheduleImports: () => {
      allowed.imports = true;
      return eachTenant(begin);
    },
    close,
  };
}
