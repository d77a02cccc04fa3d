import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync, writeSync } from 'node:fs';
import { STEP_CHANNEL, type StepTaken } from '../backend/ports/step.ts';

/**
 * Preloaded into a backend (`node --import`): notes every step in the file STEP_TRACE, and ends the process as a crash does when
 * a ticket comes to the step KILL_AT for the KILL_ON-th time, at once or KILL_AFTER_MS later.
 */
const { STEP_TRACE, KILL_AT, KILL_ON, KILL_AFTER_MS } = process.env;
let left = Number(KILL_ON ?? 1);

const kill = ({ step, ticketId }: StepTaken): void => {
  writeSync(1, `killed at ${step} of ticket ${ticketId}\n`);
  process.kill(process.pid, 'SIGKILL');
};

subscribe(STEP_CHANNEL, (message) => {
  const taken = message as StepTaken;
  if (STEP_TRACE) appendFileSync(STEP_TRACE, `${Date.now()} ${process.pid} ${taken.step} ${taken.ticketId}\n`);
  if (taken.step !== KILL_AT) return;
  left -= 1;
  if (left !== 0) return;
  if (KILL_AFTER_MS) setTimeout(kill, Number(KILL_AFTER_MS), taken);
  else kill(taken);
});
