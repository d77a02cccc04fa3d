import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Step } from '../backend/ports/step.ts';

const START_MS = 60_000;
const MAIN = new URL('../backend/main.ts', import.meta.url).pathname;
const KILLER = new URL('./kill-at.ts', import.meta.url).href;
const FORBID = new URL('./egress/forbid.ts', import.meta.url).href;

/** Where a process ends itself: when tickets come to this step for the `on`-th time, or so long after. */
export type KillAt = { step: Step; on: number; afterMs?: number };
export type BackendProcess = {
  url: string;
  pid: number;
  /** Resolves when it takes requests or was told to end; rejects with its last words when it ended by itself. */
  ready: Promise<void>;
  exited: Promise<unknown>;
  /** The ticket whose step it ended itself at. */
  killedAtTicket: () => number | null;
  /** Sends the signal and waits for the end. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const killSettings = ({ step, on, afterMs }: KillAt): Record<string, string> => ({
  KILL_AT: step,
  KILL_ON: String(on),
  ...(afterMs && { KILL_AFTER_MS: String(afterMs) }),
});

function spawnBackend(environment: Record<string, string>, killAt: KillAt | null) {
  const preload = ['--import', FORBID, ...(killAt || environment.STEP_TRACE ? ['--import', KILLER] : [])];
  const settings = killAt ? killSettings(killAt) : {};
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const given = { PATH, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) };
  return spawn(process.execPath, [...preload, MAIN], { env: { ...given, ...environment, ...settings } });
}

/** Starts `backend/main.ts` as a process of its own, with this environment alone. */
export function startBackendProcess(
  environment: Record<string, string>,
  { killAt = null, onOutput = () => {} }: { killAt?: KillAt | null; onOutput?: (text: string) => void } = {},
): BackendProcess {
  const child = spawnBackend(environment, killAt);
  const url = `http://localhost:${environment.PORT}`;
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      onOutput(chunk.toString());
      said = (said + chunk.toString()).slice(-2_000);
    });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit').finally(() => process.off('exit', kill));
  let ending = false;

  const untilReady = async (): Promise<void> => {
    const endsAt = Date.now() + START_MS;
    while (!ending) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > endsAt)
        throw new Error(`The backend did not start. It said: ${said}`);
      const up = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (up?.ok) return;
      await pause(50);
    }
  };
  const ready = untilReady();
  ready.catch(() => {});
  return {
    url,
    pid: child.pid ?? 0,
    ready,
    exited,
    killedAtTicket: () => Number(/^killed at \S+ of ticket (\d+)$/m.exec(said)?.[1] ?? 0) || null,
    end: async (signal) => {
      ending = true;
      child.kill(signal);
      await exited;
    },
  };
}
