import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Reply, Task } from './serve.ts';

export type ThreadOptions = {
  /** What the thread runs: a module that calls `serve`. */
  module: URL;
  /** CPU time after which a task is ended, together with its thread. */
  limitMs: number;
};

/** `ended`: it took longer than it may; `failed`: it threw. */
export type Outcome = Reply | { ok: false; reason: 'ended' };

export type Thread = {
  /** Resolves when the thread is there, so that the first task need not wait for it. */
  start(): Promise<void>;
  run(task: Task): Promise<Outcome>;
  close(): Promise<void>;
};

type Running = { worker: Worker; gone: AbortSignal };

const STARTING_MS = 30_000;
/** So many times its limit by the clock: a task that waits for what never comes would hold up all the others. */
const PATIENCE = 40;
const ENDED: Outcome = { ok: false, reason: 'ended' };

/**
 * Performs one task after another on a thread of its own, which no text can hold for longer than the limit. Pools from
 * npm count a limit from when the task is handed over, the thread's start and a busy machine's delays included.
 */
export function createThread(options: ThreadOptions): Thread {
  let thread: Promise<Running> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const ready = (): Promise<Running> => {
    if (closed) return Promise.reject(new Error('The reading thread is closed'));
    thread ??= startWorker(options).catch((error) => {
      thread = null;
      throw error;
    });
    return thread;
  };
  const perform = async (task: Task): Promise<Outcome> => {
    // One that has died meanwhile, without a task, must not cost the next task its answer.
    if ((await thread)?.gone.aborted) thread = null;
    const running = await ready();
    const outcome = await performOn(running, task, options.limitMs);
    if (outcome === ENDED) {
      thread = null;
      await running.worker.terminate();
      if (!closed) ready().catch(() => {});
    }
    return outcome;
  };
  return {
    start: async () => void (await ready()),
    run(task) {
      const performed = last.then(() => perform(task));
      last = performed.catch(() => {});
      return performed;
    },
    async close() {
      closed = true;
      const running = await thread?.catch(() => null);
      await running?.worker.terminate();
    },
  };
}

async function startWorker({ module }: ThreadOptions): Promise<Running> {
  const worker = new Worker(module);
  const exit = new AbortController();
  worker.once('exit', () => exit.abort(new Error('The reading thread ended')));
  // Its exit tells enough; without a listener an error would end the process.
  worker.on('error', () => {});
  const signal = AbortSignal.any([AbortSignal.timeout(STARTING_MS), exit.signal]);
  await once(worker, 'message', { signal }).catch(async (error) => {
    await worker.terminate();
    throw error;
  });
  worker.unref();
  return { worker, gone: exit.signal };
}

async function performOn({ worker, gone }: Running, task: Task, limitMs: number): Promise<Outcome> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, gone]);
  worker.ref();
  try {
    const answered = once(worker, 'message', { signal }).then(([reply]: Reply[]) => reply ?? ENDED);
    answered.catch(() => {});
    worker.postMessage(task);
    return await Promise.race([answered, watch(worker, limitMs, signal)]).catch(() => ENDED);
  } finally {
    over.abort();
    worker.unref();
  }
}

/** Resolves when the thread has computed for so long from now on; waiting for its turn does not count, but not for ever. */
async function watch(worker: Worker, limitMs: number, signal: AbortSignal): Promise<Outcome> {
  const endsAt = performance.now() + limitMs * PATIENCE;
  const before = await worker.cpuUsage();
  for (let left = limitMs; left > 0 && performance.now() < endsAt; ) {
    await sleep(Math.max(5, left), undefined, { signal });
    const { user, system } = await worker.cpuUsage(before);
    left = limitMs - (user + system) / 1000;
  }
  return ENDED;
}
