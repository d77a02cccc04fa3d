import { Worker } from 'node:worker_threads';
import { OutsideError } from '../ports/errors.ts';
import type { Trained, Trainer } from '../ports/trainer.ts';
import type { TrainTask } from './train.ts';

/** A few thousand tickets train in a minute; what takes longer than this is stuck. */
const LONGEST_MS = 15 * 60_000;
const MEMORY_MB = 1_024;

/** Trains on a thread of its own, one training at a time each. */
export function createTrainer(): Trainer {
  const running = new Set<Worker>();
  const run = (task: TrainTask): Promise<Trained> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./train-worker.ts', import.meta.url), {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      });
      running.add(worker);
      const timer = setTimeout(() => worker.terminate(), LONGEST_MS);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(new OutsideError('trainer', 'rejected', error.name)));
      worker.once('exit', () => {
        clearTimeout(timer);
        running.delete(worker);
        reject(new OutsideError('trainer', 'timeout', 'the training was ended'));
      });
    });
  return {
    train: (tickets, taxonomy) => run({ tickets, taxonomy }),
    close: async () => {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
