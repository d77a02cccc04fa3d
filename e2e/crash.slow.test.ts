import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../backend/adapters/store/postgres/open-postgres.ts';
import { freePort } from '../backend/test/free-port.ts';
import { countWritten, runCrashes } from './crash-run.ts';
import { manyTickets, NO_LIMITS } from './many-tickets.ts';
import { prepareStack, type Stack } from './stack.ts';

/** A write that was answered 504 takes effect about when its job, put off for 20 to 40 s, tries again. */
const ABOUT_THE_RETRY_MS = 30_000;
const SETTLE_MS = 120_000;
const TEST_MS = 300_000;
const NOTHING_WRONG = { lost: 0, doubled: 0, publicComments: 0 };
const postgresUrl = inject('postgresUrl');

let stack: Stack;
afterEach(() => stack.close());

/** A sandbox whose writes fail now and then in the ways that tempt a client into writing twice. */
async function prepareFaultyStack(tickets: number, environment: Record<string, string>): Promise<void> {
  stack = await prepareStack({
    connect: false,
    zendesk: { seed: manyTickets(tickets), limits: NO_LIMITS },
    environment: { MODE: 'assist', ...environment },
  });
  const match = { method: 'PUT', path: /\/tickets\// };
  for (const kind of ['drop_after_apply', 'late_apply', '500', '504'] as const)
    stack.zendesk.faults.add({ match, kind, probability: 0.04 });
  stack.zendesk.faults.add({ match, kind: 'late_apply', delayMs: ABOUT_THE_RETRY_MS, probability: 0.08 });
}

const tell = (title: string, figures: object): void => {
  process.stdout.write(`${title}: ${JSON.stringify(figures)}\n`);
};

const commandLines = (): string[] => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');

describe('a backend that is killed again and again', { timeout: TEST_MS }, () => {
  it('loses no ticket and doubles no note on PGlite', async () => {
    const [tickets, kills] = [300, 10];
    await prepareFaultyStack(tickets, {});
    const { zendesk, webhookSecret, adminToken, environment } = stack;
    const run = await runCrashes({
      ...{
        zendesk,
        webhookSecret,
        adminToken,
        tickets,
        kills,
        settleMs: SETTLE_MS,
        lateMs: ABOUT_THE_RETRY_MS,
        seed: 20_261_122,
      },
      environments: [environment],
    });
    const written = countWritten(zendesk, tickets);
    tell(`${tickets} tickets, ${kills} kills, PGlite`, { ...run, ...written });
    expect(run).toMatchObject({ allMarked: true, idle: true });
    expect(written).toEqual({ ...NOTHING_WRONG, exactlyOneMarker: tickets });
    expect(run.resumedMs).toBeLessThan(60_000);
    expect(commandLines().filter((line) => line.includes(environment.DATA_DIR ?? ''))).toEqual([]);
  });

  it.skipIf(!postgresUrl)('loses no ticket and doubles no note on PostgreSQL with two processes', async () => {
    const [tickets, kills] = [100, 4];
    const name = `crash_${randomUUID().replaceAll('-', '')}`;
    const admin = openPostgres(postgresUrl ?? '', () => {});
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.close();
    const DATABASE_URL = postgresUrl?.replace(/postgres$/, name) ?? '';
    await prepareFaultyStack(tickets, { DATABASE_URL, DATA_KEY: randomBytes(32).toString('base64') });
    const { zendesk, webhookSecret, adminToken, environment } = stack;
    const second = { ...environment, PORT: String(await freePort()), DATA_DIR: `${environment.DATA_DIR}-second` };
    const run = await runCrashes({
      ...{
        zendesk,
        webhookSecret,
        adminToken,
        tickets,
        kills,
        settleMs: SETTLE_MS,
        lateMs: ABOUT_THE_RETRY_MS,
        seed: 20_261_123,
      },
      environments: [environment, second],
    });
    const written = countWritten(zendesk, tickets);
    tell(`${tickets} tickets, ${kills} kills, PostgreSQL, two processes`, { ...run, ...written });
    expect(run).toMatchObject({ allMarked: true, idle: true });
    expect(written).toEqual({ ...NOTHING_WRONG, exactlyOneMarker: tickets });
    expect(run.resumedMs).toBeLessThan(60_000);
  });
});
