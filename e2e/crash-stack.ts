import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { openPostgres } from '../backend/adapters/store/postgres/open-postgres.ts';
import { freePort } from '../backend/test/free-port.ts';
import { type CrashPlan, runCrashes } from './crash-run.ts';
import type { Kill } from './kills.ts';
import { manyTickets, NO_LIMITS } from './many-tickets.ts';
import { prepareStack, type Stack } from './stack.ts';
import { countWritten } from './written.ts';

/** A write that was answered 504 takes effect about when its job, put off for 20 to 40 s, tries again. */
const ABOUT_THE_RETRY_MS = 30_000;
const SLOW_MS = 300;

export type CrashAsk = {
  tickets: number;
  kills: readonly Kill[];
  seed: number;
  settleMs: number;
  /** A server to make a database on, for two processes; without one a single process runs on PGlite. */
  postgresUrl?: string;
};

/** A sandbox whose writes fail now and then in the ways that tempt a client into writing twice. */
async function prepareFaultyStack(tickets: number): Promise<Stack> {
  const stack = await prepareStack({
    connect: false,
    firstStart: true,
    zendesk: { seed: manyTickets(tickets), limits: NO_LIMITS },
    environment: { MODE: 'assist' },
  });
  const match = { method: 'PUT', path: /\/tickets\// };
  const { faults } = stack.zendesk;
  for (const kind of ['drop_after_apply', 'late_apply', '500', '504', '429'] as const)
    faults.add({ match, kind, probability: 0.03 });
  faults.add({ match, kind: 'late_apply', delayMs: ABOUT_THE_RETRY_MS, probability: 0.08 });
  faults.add({ match, kind: 'slow', delayMs: SLOW_MS, probability: 0.2 });
  return stack;
}

async function createDatabase(serverUrl: string): Promise<Record<string, string>> {
  const name = `crash_${randomUUID().replaceAll('-', '')}`;
  const admin = openPostgres(serverUrl, () => {});
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.close();
  return { DATABASE_URL: serverUrl.replace(/postgres$/, name), DATA_KEY: randomBytes(32).toString('base64') };
}

async function prepareEnvironments(stack: Stack, postgresUrl: string | undefined): Promise<Record<string, string>[]> {
  const { environment } = stack;
  if (!postgresUrl) return [environment];
  const database = await createDatabase(postgresUrl);
  const second = { PORT: String(await freePort()), DATA_DIR: `${environment.DATA_DIR}-second` };
  return [
    { ...environment, ...database },
    { ...environment, ...database, ...second },
  ];
}

/** One run of deliveries and kills against a sandbox of its own, and what stands on its tickets in the end. */
export async function crashAndCount({ postgresUrl, ...ask }: CrashAsk) {
  const stack = await prepareFaultyStack(ask.tickets);
  try {
    const { zendesk, webhookSecret, adminToken } = stack;
    const environments = await prepareEnvironments(stack, postgresUrl);
    const trace = `${stack.environment.DATA_DIR}-steps.txt`;
    writeFileSync(trace, '');
    const account = { zendesk, webhookSecret, adminToken, environments, trace };
    const plan: CrashPlan = { ...ask, ...account, lateMs: ABOUT_THE_RETRY_MS };
    const { moved, ...run } = await runCrashes(plan);
    const written = countWritten(zendesk, ask.tickets, moved);
    return { run: { ...run, moved: moved.length }, written, dataDir: stack.environment.DATA_DIR ?? '' };
  } finally {
    await stack.close();
  }
}
