import { describe, expect, it } from 'vitest';
import type { Answer, NoAnswer } from '../../../ports/engine.ts';
import { createBreaker } from './breaker.ts';

const usage = { model: null, promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
const patient = new AbortController().signal;
const gone = AbortSignal.abort();
const fails = (reason: NoAnswer['reason']) => async (): Promise<Answer<string>> => ({ ok: false, reason });
const answers = async (): Promise<Answer<string>> => ({ ok: true, value: 'yes', usage });

async function opened(pauseMs: number) {
  const breaker = createBreaker({ pauseMs });
  for (let call = 0; call < 5; call += 1) await breaker.run(fails('server_error'), patient);
  return breaker;
}

describe('the breaker', () => {
  it('counts a call that its caller cut off neither for nor against the provider', async () => {
    const breaker = createBreaker();
    for (let call = 0; call < 4; call += 1) {
      await breaker.run(fails('server_error'), patient);
      for (let other = 0; other < 3; other += 1) await breaker.run(fails('timeout'), gone);
    }
    expect(breaker.isClosed()).toBe(true);
    await breaker.run(fails('server_error'), patient);
    expect(breaker.isClosed()).toBe(false);
  });

  it('counts what the provider answered to a caller that has just gone', async () => {
    const breaker = createBreaker();
    for (let call = 0; call < 5; call += 1) await breaker.run(fails('server_error'), gone);
    expect(breaker.isClosed()).toBe(false);
  });

  it('stays open when the call that tries again is cut off', async () => {
    const breaker = await opened(40);
    await expect.poll(() => breaker.isClosed()).toBe(true);
    expect(await breaker.run(fails('timeout'), gone)).toEqual({ ok: false, reason: 'timeout' });
    expect(breaker.isClosed()).toBe(false);
    await expect.poll(() => breaker.isClosed()).toBe(true);
    expect((await breaker.run(answers, patient)).ok).toBe(true);
    expect(breaker.isClosed()).toBe(true);
  });

  it('lets exactly one out of those that saw it closed when the pause was over', async () => {
    const breaker = await opened(20);
    await expect.poll(() => breaker.isClosed()).toBe(true);
    const seen = Array.from({ length: 6 }, () => breaker.isClosed());
    const said = await Promise.all(seen.map(() => breaker.run(answers, patient)));
    expect(seen).toEqual(Array(6).fill(true));
    expect(said.filter(({ ok }) => ok)).toHaveLength(1);
    expect(said.flatMap((one) => (one.ok ? [] : [one.reason]))).toEqual(Array(5).fill('breaker_open'));
  });
});
