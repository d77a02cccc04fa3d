import { execFileSync } from 'node:child_process';
import { describe, expect, inject, it } from 'vitest';
import { type CrashAsk, crashAndCount } from './crash-stack.ts';
import { createDice } from './dice.ts';
import { killsAtRandom, killsAtSteps, shuffle } from './kills.ts';

const SETTLE_MS = 120_000;
const TEST_MS = 400_000;
const RESUMED_MS = 60_000;
const postgresUrl = inject('postgresUrl') ?? undefined;

const commandLines = (): string[] => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');

async function crash(title: string, ask: Omit<CrashAsk, 'settleMs'>): Promise<void> {
  const { run, written, dataDir } = await crashAndCount({ ...ask, settleMs: SETTLE_MS });
  process.stdout.write(`${title}: ${JSON.stringify({ ...run, ...written })}\n`);
  expect(run).toMatchObject({ stepsMissed: [], allMarked: true, idle: true, dead: 0 });
  expect(run.foundMissing).toBe(run.withheld);
  expect(written).toEqual({ lost: 0, doubled: 0, outdated: 0, publicComments: 0, exactlyOneMarker: ask.tickets });
  expect(run.resumption.interrupted).toBeGreaterThan(0);
  expect(run.resumption.longestAfterLastMs).toBeLessThan(RESUMED_MS);
  expect(run.writtenAfterMs).toBeLessThan(RESUMED_MS);
  expect(commandLines().filter((line) => line.includes(dataDir))).toEqual([]);
}

describe.concurrent('a backend that is killed again and again', { timeout: TEST_MS }, () => {
  it('loses no ticket and doubles no write on PGlite, killed at every named step and at random', async () => {
    const [seed, roll] = [20_261_122, createDice(20_261_122)];
    const kills = shuffle([...killsAtSteps(roll), ...killsAtRandom(3, roll)], roll);
    await crash('PGlite', { tickets: 300, kills, seed });
  });

  it.skipIf(!postgresUrl)('loses no ticket and doubles no write on PostgreSQL with two processes', async () => {
    const [seed, roll] = [20_261_123, createDice(20_261_123)];
    const kills = killsAtRandom(6, roll);
    await crash('PostgreSQL, two processes', { tickets: 100, kills, seed, ...(postgresUrl && { postgresUrl }) });
  });
});
