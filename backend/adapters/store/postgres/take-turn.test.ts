import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, takeTurn } from './take-turn.ts';

const MINUTE = 60_000;
const NOTHING_TAKEN: Budget = { nextAt: 0, lineAt: 0, lateAt: 0, pausedUntil: 0 };

type Arrival = { at: number; arrivedAt: number; turnAt: number | null; calls: number };

/** Lets everybody come at their time, and again when they were told to and a little later. */
function simulate(
  arrivals: number[],
  perMinute: number,
  late: (calls: number) => number,
  pause = { from: 0, until: 0 },
) {
  let budget = NOTHING_TAKEN;
  const taken: { at: number; arrivedAt: number; calls: number }[] = [];
  const coming: Arrival[] = arrivals.map((at) => ({ at, arrivedAt: at, turnAt: null, calls: 0 }));
  while (coming.length > 0) {
    coming.sort((a, b) => a.at - b.at);
    const [next] = coming.splice(0, 1) as [Arrival];
    const pausedUntil = next.at >= pause.from ? pause.until : 0;
    const turn = takeTurn({ ...budget, pausedUntil }, next.turnAt, next.at, perMinute);
    budget = turn.budget;
    const calls = next.calls + 1;
    if (turn.taken) taken.push({ at: next.at, arrivedAt: next.arrivedAt, calls });
    else coming.push({ ...next, turnAt: turn.turnAt, calls, at: next.at + turn.waitMs + late(calls) });
  }
  return taken;
}

const mostInAMinute = (times: number[]): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE).length));

describe('a turn to update a ticket', () => {
  it('lets 300 tickets at once have 60 in any minute, all of them in time, and each comes about twice', () => {
    const taken = simulate(Array(300).fill(1e9), 60, (calls) => 1 + calls * 7);
    expect(mostInAMinute(taken.map(({ at }) => at))).toBeLessThanOrEqual(60);
    const took = Math.max(...taken.map(({ at }) => at)) - 1e9;
    expect(took).toBeLessThan((300 / 54) * MINUTE + 5_000);
    expect(taken.reduce((sum, { calls }) => sum + calls, 0) / 300).toBeLessThan(2.2);
  });

  it('gives nobody who comes later an earlier turn than those who wait', () => {
    const waiting = Array(100).fill(1e9);
    const newcomers = Array.from({ length: 50 }, (_, index) => 1e9 + 1_000 + index * 1_500);
    const taken = simulate([...waiting, ...newcomers], 60, () => 0);
    const lastWaiting = Math.max(...taken.filter(({ arrivedAt }) => arrivedAt === 1e9).map(({ at }) => at));
    const firstNew = Math.min(...taken.filter(({ arrivedAt }) => arrivedAt > 1e9).map(({ at }) => at));
    expect(firstNew).toBeGreaterThan(lastWaiting);
  });

  it('does not let those whose turns passed in a pause all come again and again', () => {
    const late = (calls: number) => 1_000 + ((calls * 7_919) % 2_000);
    const taken = simulate(Array(300).fill(1e9), 60, late, { from: 1e9 + 30_000, until: 1e9 + 120_000 });
    expect(taken.reduce((sum, { calls }) => sum + calls, 0) / 300).toBeLessThan(4);
    expect(Math.max(...taken.map(({ calls }) => calls))).toBeLessThan(20);
  });

  it('waits out a pause', () => {
    const taken = simulate(Array(5).fill(1e9), 60, () => 0, { from: 0, until: 1e9 + 30_000 });
    expect(Math.min(...taken.map(({ at }) => at))).toBeGreaterThanOrEqual(1e9 + 30_000);
  });

  it('holds whatever the times, the budget and the lateness: never more in a minute, and all get their turn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 100 }),
        fc.array(fc.integer({ min: 0, max: 3 * MINUTE }), { minLength: 1, maxLength: 150 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 5 }),
        (perMinute, arrivals, lateness) => {
          const times = simulate(
            arrivals.map((at) => 1e9 + at),
            perMinute,
            (calls) => lateness[calls % lateness.length] ?? 0,
          ).map(({ at }) => at);
          expect(times).toHaveLength(arrivals.length);
          expect(mostInAMinute(times)).toBeLessThanOrEqual(perMinute);
        },
      ),
      { numRuns: 300 },
    );
  });
});
