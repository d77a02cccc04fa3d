import { describe, expect, it } from 'vitest';
import { runRaces } from './race-run.ts';

const TICKETS = 60;

describe("an agent's edits that race the write-back in mode auto", () => {
  it('all stand in the end, and our own updates cause neither model calls nor notes', async () => {
    const run = await runRaces(TICKETS);
    process.stdout.write(`${JSON.stringify(run)}\n`);
    expect(run).toMatchObject({ lost: [], writtenOtherwise: [], callsTooMany: 0 });
    expect(run.routed).toBeGreaterThan(0);
    expect(run.placed).toBeGreaterThanOrEqual(TICKETS);
    expect(run.echoes).toBeGreaterThanOrEqual(run.races);
  });
});
