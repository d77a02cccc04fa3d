import { describe, expect, it } from 'vitest';
import type { Engine, Usage } from '../ports/engine.ts';
import type { SpendOutcome } from '../ports/store.ts';
import { aClassifyInput, scriptedBuiltin, scriptedEngine } from '../test/engine.ts';
import { climb, describeFailures, isDegraded } from './ladder.ts';

const climbing = (engines: Engine[], spend: () => Promise<SpendOutcome> = async () => 'spent') => {
  const booked: Usage[] = [];
  let calls = 0;
  const parts = {
    engines,
    signal: new AbortController().signal,
    spend: () => {
      calls += 1;
      return spend();
    },
    note: (usage: Usage) => void booked.push(usage),
  };
  const ask = () => climb(parts, (engine, signal) => engine.classify(aClassifyInput(), signal));
  return { ask, booked, calls: () => calls };
};

describe('the ladder', () => {
  it('asks the first engine and books what it used', async () => {
    const { ask, booked } = climbing([scriptedEngine().engine, scriptedBuiltin().engine]);
    const { step, tried } = await ask();
    expect(step?.engine.name).toBe('openai');
    expect(tried).toEqual([{ engine: 'openai:gpt-4o-mini', outcome: 'answered' }]);
    expect(booked).toHaveLength(1);
  });

  it.each(['rate_limited', 'server_error', 'unreachable'] as const)('tries once more after %s', async (reason) => {
    const { ask, calls } = climbing([scriptedEngine({ fails: [reason] }).engine, scriptedBuiltin().engine]);
    expect((await ask()).step?.engine.name).toBe('openai');
    expect(calls()).toBe(2);
  });

  it.each(['timeout', 'refused', 'truncated', 'filtered', 'nonsense', 'unauthorized'] as const)(
    'goes on to the builtin engine at once after %s',
    async (reason) => {
      const { ask, calls } = climbing([scriptedEngine({ fails: [reason] }).engine, scriptedBuiltin().engine]);
      const { step, tried } = await ask();
      expect(step?.engine.name).toBe('builtin');
      expect(describeFailures(tried)).toBe(`openai:gpt-4o-mini: ${reason}`);
      expect(calls()).toBe(1);
    },
  );

  it('asks the second model instead of the first one again, two calls in all', async () => {
    const first = scriptedEngine({ fails: ['server_error', 'server_error'] });
    const second = scriptedEngine({ id: 'openai:other', fails: ['server_error', 'server_error'] });
    const { ask, calls } = climbing([first.engine, second.engine, scriptedBuiltin().engine]);
    const { step, tried } = await ask();
    expect(step?.engine.name).toBe('builtin');
    expect(tried.map(({ engine }) => engine)).toEqual(['openai:gpt-4o-mini', 'openai:other', 'builtin']);
    expect(calls()).toBe(2);
    expect(first.asked).toHaveLength(1);
  });

  it('never calls a model whose breaker is open, nor one that the budget forbids', async () => {
    const open = scriptedEngine({ available: () => false });
    const closed = climbing([open.engine, scriptedBuiltin().engine]);
    expect((await closed.ask()).tried[0]?.outcome).toBe('breaker_open');
    expect(closed.calls()).toBe(0);
    const model = scriptedEngine();
    const poor = climbing([model.engine, scriptedBuiltin().engine], async () => 'budget_used_up');
    const { step, tried } = await poor.ask();
    expect(step?.engine.name).toBe('builtin');
    expect(tried[0]?.outcome).toBe('budget_used_up');
    expect(model.asked).toHaveLength(0);
  });

  it('takes an engine that throws for a rung that is broken', async () => {
    const { ask } = climbing([scriptedBuiltin({ throws: true }).engine, scriptedEngine({ metered: false }).engine]);
    const { step, tried } = await ask();
    expect(tried[0]).toEqual({ engine: 'builtin', outcome: 'crashed' });
    expect(step?.engine.name).toBe('openai');
  });

  it('says so when nobody answers', async () => {
    const { ask } = climbing([scriptedBuiltin({ throws: true }).engine]);
    expect(await ask()).toEqual({ step: null, tried: [{ engine: 'builtin', outcome: 'crashed' }] });
  });

  it('calls a result degraded only where a model should answer again once it is back', () => {
    const engines = [scriptedEngine().engine, scriptedBuiltin().engine];
    const model = (outcome: Parameters<typeof isDegraded>[0][number]['outcome']) => [
      { engine: 'openai:gpt-4o-mini', outcome },
      { engine: 'builtin', outcome: 'answered' as const },
    ];
    expect(isDegraded(model('breaker_open'), engines)).toBe(true);
    expect(isDegraded(model('timeout'), engines)).toBe(true);
    expect(isDegraded(model('refused'), engines)).toBe(false);
    expect(isDegraded(model('budget_used_up'), engines)).toBe(false);
    expect(isDegraded(model('answered'), engines)).toBe(false);
    expect(isDegraded([{ engine: 'builtin', outcome: 'crashed' }], engines)).toBe(false);
  });
});
