import { parentPort, workerData } from 'node:worker_threads';
import { type TrainTask, train } from './train.ts';

parentPort?.postMessage(await train(workerData as TrainTask));
