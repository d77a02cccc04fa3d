import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createStore } from '../backend/adapters/store/postgres/create-store.ts';
import type { Database } from '../backend/adapters/store/postgres/database.ts';
import { migrate } from '../backend/adapters/store/postgres/migrate.ts';
import { openPglite } from '../backend/adapters/store/postgres/open-pglite.ts';
import { openPostgres } from '../backend/adapters/store/postgres/open-postgres.ts';
import type { Env } from '../backend/http/env.ts';
import { overviewRoutes } from '../backend/http/overview.ts';
import { actFor } from '../backend/ports/acting-for.ts';
import type { Store } from '../backend/ports/store.ts';
import type { Tenant } from '../backend/ports/tenant.ts';
import { startPostgres } from '../backend/test/postgres-server.ts';
import { ms, quantile, type Row } from './benchmark.ts';
import { fillFacts } from './overview/fill-facts.ts';
import { measureFold, measureNotes } from './overview/fold-rate.ts';

const TRIAGES = Number(process.env.BENCH_TRIAGES ?? 1_000_000);
const OPEN = 5_000;
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 30);
const TENANT = 'bench';
const PROMISED_MS = 300;
const RANGES = [28, 90, 365];

const RANGED: Record<string, string> = {
  volume: 'volume?',
  'agreement on the category': 'agreement?field=category&',
  'agreement on the group': 'agreement?field=group&',
  'tickets of the largest cell': 'agreement/tickets?field=category&suggested=category_0&final=category_0&',
  'tickets of a small cell': 'agreement/tickets?field=category&suggested=category_11&final=category_3&',
  confidence: 'confidence?',
  effort: 'effort?',
  escalations: 'escalations?',
};
const OTHERS: Record<string, string> = {
  queue: 'queue?',
  'queue, filtered': 'queue?state=overdue&category=category_1&escalated=false&',
  drift: 'drift?',
};

const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The routes as the server has them, without signing in. */
function openApp(store: Store): Hono<Env> {
  const tenant = { id: TENANT, settings: { timeZone: 'UTC' }, account: { fetchGroups: async () => [] } };
  return new Hono<Env>()
    .use(async (c, next) => {
      c.set('tenant', tenant as unknown as Tenant);
      await next();
    })
    .route('/', overviewRoutes({ store, log: () => {} }));
}

async function measureView(app: Hono<Env>, path: string): Promise<{ times: number[]; bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let n = 0; n < REQUESTS + 2; n += 1) {
    const startedAt = performance.now();
    const answer = await actFor(TENANT, async () => app.request(`/v1/overview/${path}`));
    bytes = (await answer.text()).length;
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
    // The first ones read from the disk and make the plan.
    if (n >= 2) times.push(performance.now() - startedAt);
  }
  return { times, bytes };
}

async function measureViews(store: Store, where: string): Promise<Row[]> {
  const app = openApp(store);
  const views = [
    ...Object.entries(OTHERS).map(([what, path]) => [what, path] as const),
    ...RANGES.flatMap((days) =>
      Object.entries(RANGED).map(
        ([what, path]) => [`${what}, ${days} days`, `${path}from=${dayBefore(days - 1)}&to=${dayBefore(0)}`] as const,
      ),
    ),
  ];
  const rows: Row[] = [];
  for (const [what, path] of views) {
    const { times, bytes } = await measureView(app, path);
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    const verdict = p95 <= PROMISED_MS ? '' : `; over ${PROMISED_MS} ms`;
    rows.push([`${where}, ${what}`, `p50 ${ms(p50)}, p95 ${ms(p95)}`, `${Math.round(bytes / 1000)} kB${verdict}`]);
  }
  return rows;
}

async function measureOn(database: Database, where: string): Promise<Row[]> {
  await migrate(database);
  const store = createStore(database, new Uint8Array(32).fill(7));
  const startedAt = performance.now();
  await fillFacts(database, { tenantId: TENANT, triages: TRIAGES, open: OPEN });
  await fillFacts(database, { tenantId: 'other', triages: Math.ceil(TRIAGES / 10), open: OPEN / 10 });
  await database.script('VACUUM ANALYZE ticket_fact');
  await database.script('VACUUM ANALYZE overview_tally');
  await database.script('VACUUM ANALYZE triage');
  const filled = (performance.now() - startedAt) / 1_000;
  const [held] = await database.query<{ tallies: number; size: string }>(
    `SELECT count(*)::int AS tallies, pg_size_pretty(pg_total_relation_size('ticket_fact') + pg_total_relation_size('overview_tally')) AS size
     FROM overview_tally WHERE tenant_id = $1`,
    [TENANT],
  );
  return [
    [
      `${where}, triages of a year`,
      `${TRIAGES}`,
      `${held?.tallies} tallies, ${held?.size}, made in ${filled.toFixed(0)} s`,
    ],
    ...(await measureViews(store, where)),
    ...(await measureFold(database, store, where)),
    await measureNotes(database, store, where),
  ];
}

async function measureOnPglite(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-overview-'));
  const database = await openPglite(join(folder, 'data'));
  try {
    return await measureOn(database, 'PGlite');
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOnPostgres(): Promise<Row[]> {
  const server = await startPostgres();
  if (!server) return [['PostgreSQL', 'skipped', 'no server binaries on this machine']];
  const database = openPostgres(server.url, () => {});
  try {
    return await measureOn(database, 'PostgreSQL');
  } finally {
    await database.close();
    await server.stop();
  }
}

/** Every view of the lead's overview, from the request to its answer's last byte, at a year's triages of one account beside another. */
export async function measureOverview(): Promise<Row[]> {
  return [...(await measureOnPostgres()), ...(await measureOnPglite())];
}
