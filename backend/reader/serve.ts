import { parentPort } from 'node:worker_threads';

export type Task = { name: string; input: unknown };
export type Reply = { ok: true; value: unknown } | { ok: false; reason: 'failed' };
export type Tasks = Record<string, (input: never) => unknown>;

/** Inside a thread: performs the tasks that it is sent, one at a time, and says when it is ready. */
export function serve(tasks: Tasks): void {
  const perform = async ({ name, input }: Task): Promise<Reply> => {
    try {
      const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
      return task ? { ok: true, value: await task(input as never) } : { ok: false, reason: 'failed' };
    } catch {
      return { ok: false, reason: 'failed' };
    }
  };
  parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await perform(task)));
  parentPort?.postMessage('ready');
}
