import { Worker } from 'node:worker_threads';
import { OutsideError } from '../ports/errors.ts';
import type { TenantModel } from '../ports/store.ts';
import type { Rehearsed, Trainer } from '../ports/trainer.ts';
import type { RehearseTask, TrainTask } from './train.ts';

/** A few thousand tickets train in minutes; what takes longer than this is stuck. The queue ends a job after 15 minutes. */
const LONGEST_MS = 10 * 60_000;
const MEMORY_MB = 1_024;

/** Trains on a thread of its own. */
export function createTrainer(longestMs = LONGEST_MS): Trainer {
  const running = new Set<Worker>();
  const run = <Result>(task: TrainTask | RehearseTask): Promise<Result> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./train-worker.ts', import.meta.url), {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      });
      running.add(worker);
      const timer = setTimeout(() => worker.terminate(), longestMs);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(new OutsideError('trainer', 'rejected', error.name)));
      worker.once('exit', () => {
        clearTimeout(timer);
        running.delete(worker);
        reject(new OutsideError('trainer', 'timeout', 'the training was ended'));
      });
    });
  return {
    train: (tickets, taxonomy) => run<TenantModel>({ tickets, taxonomy }),
    rehearse: (tickets, taxonomy, own) => run<Rehearsed>({ tickets, taxonomy, own }),
    close: async () => {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
