import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createThread, type Thread } from './create-thread.ts';

const module = new URL('./test/hostile-worker.ts', import.meta.url);

describe('a thread', () => {
  let thread: Thread;
  beforeEach(async () => {
    thread = createThread({ module, limitMs: 100 });
    await thread.start();
  });
  afterEach(() => thread.close());

  it('performs tasks in their order and gives back their values', async () => {
    const tasks = ['later', 'echo', 'later'].map((name, input) => thread.run({ name, input }));
    expect(await Promise.all(tasks)).toEqual([0, 1, 2].map((value) => ({ ok: true, value })));
  });

  it.each(['endless', 'backtracks', 'waits', 'exits'])(
    'ends a task that is %s, and performs the next one',
    async (name) => {
      const [hostile, honest] = await Promise.all([
        thread.run({ name, input: null }),
        thread.run({ name: 'echo', input: 'next' }),
      ]);
      expect(hostile).toEqual({ ok: false, reason: 'ended' });
      expect(honest).toEqual({ ok: true, value: 'next' });
    },
  );

  it('lets the process go on meanwhile', async () => {
    const hostile = thread.run({ name: 'endless', input: null });
    let turns = 0;
    const counting = setInterval(() => turns++, 5);
    await hostile;
    clearInterval(counting);
    expect(turns).toBeGreaterThan(2);
  });

  it('performs the next task on a new thread when one has died meanwhile', async () => {
    await thread.run({ name: 'dies', input: null });
    // The first ones may still meet the thread that is about to die.
    const twice = async () => [
      await thread.run({ name: 'echo', input: 1 }),
      await thread.run({ name: 'echo', input: 2 }),
    ];
    await expect.poll(twice).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 2 },
    ]);
  });

  it('passes over what throws and what it does not know', async () => {
    expect(await thread.run({ name: 'throws', input: null })).toEqual({ ok: false, reason: 'failed' });
    expect(await thread.run({ name: 'constructor', input: null })).toEqual({ ok: false, reason: 'failed' });
    expect(await thread.run({ name: 'echo', input: 1 })).toEqual({ ok: true, value: 1 });
  });

  it('refuses work once it is closed', async () => {
    await thread.close();
    await expect(thread.run({ name: 'echo', input: 1 })).rejects.toThrow('closed');
  });
});

it('says at once when its module cannot run', async () => {
  const missing = createThread({ module: new URL('./test/no-such-worker.ts', import.meta.url), limitMs: 100 });
  await expect(missing.start()).rejects.toThrow();
});
