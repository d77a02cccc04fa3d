import { parentPort, workerData } from 'node:worker_threads';
import { type RehearseTask, rehearse, type TrainTask, train } from './train.ts';

const task = workerData as TrainTask | RehearseTask;
parentPort?.postMessage('own' in task ? await rehearse(task) : train(task));
