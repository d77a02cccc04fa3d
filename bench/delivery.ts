import { startPostgres } from '../backend/test/postgres-server.ts';
import { crashAndCount } from '../e2e/crash-stack.ts';
import { createDice } from '../e2e/dice.ts';
import { killsAtRandom, killsAtSteps, shuffle } from '../e2e/kills.ts';
import type { Row } from './benchmark.ts';

const TICKETS = Number(process.env.BENCH_ITEMS ?? 10_000);
const TICKETS_A_KILL = 50;
/** After the last kill, for what is left of the stream on a slow machine. */
const SETTLE_MS = 60_000 + TICKETS * 200;

async function measure(where: string, seed: number, postgresUrl?: string): Promise<Row[]> {
  const roll = createDice(seed);
  const steps = killsAtSteps(roll);
  const random = killsAtRandom(Math.max(0, Math.round(TICKETS / TICKETS_A_KILL) - steps.length), roll);
  const ask = { tickets: TICKETS, kills: shuffle([...steps, ...random], roll), seed, settleMs: SETTLE_MS };
  const { run, written } = await crashAndCount({ ...ask, ...(postgresUrl && { postgresUrl }) });
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    [
      `${where}, deliveries`,
      String(run.deliveries),
      `of ${TICKETS} tickets; ${run.duplicates} doubled, ${run.reordered} late, ${run.withheld} tickets withheld`,
    ],
    [`${where}, kills`, String(run.kills), `${steps.length} at named steps; not reached: ${run.stepsMissed.length}`],
    [`${where}, lost`, String(written.lost), `promised: 0; ${run.foundMissing} found by the reconciler`],
    [`${where}, doubled`, String(written.doubled), `promised: 0; ${written.publicComments} public comments`],
    [`${where}, before the customer's last words`, String(written.outdated), `of ${run.moved} written to again`],
    [`${where}, dead letters`, String(run.dead), `all written: ${run.allMarked}; no job left: ${run.idle}`],
    [
      `${where}, resumed`,
      seconds(run.resumption.longestAfterLastMs),
      `promised: 60 s; after the last kill, the longest of ${run.resumption.interrupted} interrupted; ${seconds(run.resumption.longestMs)} while kills went on`,
    ],
  ];
}

/** Signed deliveries, doubled, late and withheld, under faults and kills, each of the two databases. */
export async function measureDelivery(): Promise<Row[]> {
  const onPglite = await measure('PGlite', 20_261_127);
  const server = await startPostgres();
  if (!server) return [...onPglite, ['PostgreSQL', 'skipped', 'no server binaries on this machine']];
  try {
    return [...onPglite, ...(await measure('PostgreSQL, two processes', 20_261_128, server.url))];
  } finally {
    await server.stop();
  }
}
