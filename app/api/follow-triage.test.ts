import { describe, expect, it } from 'vitest';
import type { Triage } from '../../backend/contract/triage.ts';
import { aTriage } from '../test/a-triage.ts';
import { fastClock } from '../test/render-app.tsx';
import { ApiError } from './api-error.ts';
import type { Backend } from './client.ts';
import { followTriage } from './follow-triage.ts';

const running = aTriage({ status: 'running', classification: null });
const lost = () => Promise.reject(new ApiError('unreachable', 'lost'));

async function follow(read: () => Promise<Triage>) {
  const clock = fastClock();
  const seen: string[] = [];
  const run = async () => {
    for await (const { status } of followTriage({ readTriage: read } as unknown as Backend, running, clock))
      seen.push(status);
  };
  const failure = await run().then(
    () => null,
    (error: ApiError) => error.code,
  );
  return { seen, failure, waits: clock.waits };
}

/** Answers in turn; the last one stays. */
const inTurn = (...answers: (() => Promise<Triage>)[]) => {
  const left = [...answers];
  return () => ((left.length > 1 ? left.shift() : left[0]) ?? lost)();
};
const is = (status: Triage['status']) => async () => aTriage({ status });

describe('following a triage', () => {
  it('asks ever more rarely, at most every two seconds, until it is final', async () => {
    const five = Array.from({ length: 5 }, () => is('drafting'));
    const { seen, waits, failure } = await follow(inTurn(...five, is('done')));
    expect(waits).toEqual([400, 600, 900, 1350, 2000, 2000]);
    expect(seen.at(-1)).toBe('done');
    expect(failure).toBeNull();
  });

  it('bears two lost answers in a row', async () => {
    const { seen, failure } = await follow(inTurn(lost, lost, is('drafting'), lost, lost, is('done')));
    expect(seen).toEqual(['running', 'drafting', 'done']);
    expect(failure).toBeNull();
  });

  it('gives up at the third', async () => {
    expect((await follow(lost)).failure).toBe('unreachable');
  });

  it('gives up after a minute', async () => {
    const { failure, waits } = await follow(is('running'));
    expect(failure).toBe('timeout');
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(63_000);
  });
});
