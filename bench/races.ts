import { runRaces } from '../e2e/race-run.ts';
import type { Row } from './benchmark.ts';

const TICKETS = Number(process.env.BENCH_ITEMS ?? 750);

/** Agents' edits before, in and after our write: which are lost, and what our own updates cause. */
export async function measureRaces(): Promise<Row[]> {
  const run = await runRaces(TICKETS);
  return [
    ['races of a write with agents', String(run.races), `${run.humanEdits} edits, ${run.placed} at a step of ours`],
    [
      'writes',
      String(run.writes),
      `${run.routed} with group or priority; ${run.writtenOtherwise.length} too many or few`,
    ],
    ['human edits lost', String(run.lost.length), `promised: 0${run.lost.map((edit) => `; ${edit}`).join('')}`],
    [
      'model calls by our own updates',
      String(run.callsTooMany),
      `promised: 0 of ${run.modelCalls}; ${run.echoes} echoes`,
    ],
  ];
}
