import { randomBytes } from 'node:crypto';
import { openPostgres } from '../backend/adapters/store/postgres/open-postgres.ts';
import { startPostgres } from '../backend/test/postgres-server.ts';
import { startBackendProcess } from '../e2e/backend-process.ts';
import { signDelivery, ticketEvent } from '../e2e/deliveries.ts';
import { manyTickets, NO_LIMITS, ticketIds } from '../e2e/many-tickets.ts';
import { prepareStack, type Stack } from '../e2e/stack.ts';
import { startOpenAi } from '../sandbox/openai/start.ts';
import { pause, type Row, spread } from './benchmark.ts';

const TICKETS = 600;
const WARM_UP = 30;
const DELIVERIES_A_SECOND = 50;
/** Workers that wait for a model cost nothing; workers that compute get into each other's way. */
const WORKERS = { builtin: 8, model: 24 };
/** 1.5 s a ticket on the critical path. */
const LATENCY = { classify: 600, draft: 900 };

async function deliverOne(stack: Stack, id: number): Promise<number> {
  const delivery = signDelivery(stack.webhookSecret, ticketEvent(id, stack.zendesk.readTicket(id).requester_id));
  const startedAt = performance.now();
  const answer = await fetch(`${stack.backendUrl}/webhooks/zendesk`, delivery);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`A delivery was answered ${answer.status}`);
  return performance.now() - startedAt;
}

/** Sends at a steady rate, however long answers take, and gives the times to each acknowledgement. */
async function deliverSteadily(stack: Stack, ids: number[]): Promise<number[]> {
  const startedAt = performance.now();
  const acknowledged: Promise<number>[] = [];
  for (const [index, id] of ids.entries()) {
    await pause(Math.max(0, startedAt + (index * 1000) / DELIVERIES_A_SECOND - performance.now()));
    acknowledged.push(deliverOne(stack, id));
  }
  return Promise.all(acknowledged);
}

async function untilWritten({ zendesk }: Stack, ids: number[]): Promise<void> {
  const left = new Set(ids);
  while (left.size > 0) {
    for (const id of left) if (zendesk.readTicket(id).tags.includes('ait_triaged')) left.delete(id);
    await pause(50);
  }
}

/** Tickets a minute from the first delivery to the last write-back, and how fast deliveries were acknowledged meanwhile. */
async function measure(
  where: string,
  engine: keyof typeof WORKERS,
  environment: Record<string, string>,
  promised: number,
): Promise<Row[]> {
  const workers = WORKERS[engine];
  const what = `${where}, ${engine === 'model' ? 'model of 1.5 s' : 'builtin engine'}`;
  const stack = await prepareStack({
    connect: false,
    zendesk: { seed: manyTickets(TICKETS + WARM_UP), limits: NO_LIMITS },
    environment: { MODE: 'assist', WORKERS: String(workers), ...environment },
  });
  const backend = startBackendProcess(stack.environment);
  try {
    await backend.ready;
    const ids = ticketIds(TICKETS + WARM_UP);
    const [warmUp, measured] = [ids.slice(0, WARM_UP), ids.slice(WARM_UP)];
    await Promise.all(warmUp.map((id) => deliverOne(stack, id)));
    await untilWritten(stack, warmUp);
    const startedAt = performance.now();
    const acknowledged = await deliverSteadily(stack, measured);
    await untilWritten(stack, measured);
    const perMinute = (TICKETS / (performance.now() - startedAt)) * 60_000;
    return [
      [
        `${what}, tickets a minute`,
        perMinute.toFixed(0),
        `promised: ${promised}; ${TICKETS} tickets, offered ${DELIVERIES_A_SECOND * 60} a minute, ${workers} workers`,
      ],
      [
        `${what}, webhook acknowledged`,
        spread(acknowledged),
        `promised: p99 at most 250 ms at ${DELIVERIES_A_SECOND} a second`,
      ],
    ];
  } finally {
    await backend.end('SIGTERM');
    await stack.close();
  }
}

/** A database of its own for each run, or the second would find its tickets triaged. */
async function createDatabase(serverUrl: string, name: string): Promise<Record<string, string>> {
  const admin = openPostgres(serverUrl, () => {});
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.close();
  return { DATABASE_URL: serverUrl.replace(/postgres$/, name), DATA_KEY: randomBytes(32).toString('base64') };
}

async function measureOnPostgres(model: Record<string, string>): Promise<Row[]> {
  const server = await startPostgres();
  if (!server) return [['PostgreSQL', 'skipped', 'no server binaries on this machine']];
  try {
    return [
      ...(await measure('PostgreSQL', 'builtin', await createDatabase(server.url, 'builtin'), 600)),
      ...(await measure('PostgreSQL', 'model', { ...(await createDatabase(server.url, 'model')), ...model }, 600)),
    ];
  } finally {
    await server.stop();
  }
}

/** Webhook, queue, triage and write-back, sandbox and sender on the same machine. */
export async function measureThroughput(): Promise<Row[]> {
  const openai = await startOpenAi({ latencyMs: LATENCY });
  const model = { OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: openai.url };
  const rows = [
    ...(await measure('PGlite', 'builtin', {}, 300)),
    ...(await measure('PGlite', 'model', model, 300)),
    ...(await measureOnPostgres(model)),
  ];
  await openai.close();
  return rows;
}
