import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasEnded, runOrSetAside, type ServerPlace, setAside, stop } from './run-server.ts';

const PAUSE_MS = { first: 100, most: 5_000 };
/** One that has lived this long did not die of its start. */
const STABLE_MS = 60_000;

export type KeptServer = {
  stop(): Promise<void>;
  /** `afresh`: sets the folder aside and goes on with an empty one. */
  restart(options: { afresh: boolean }): Promise<void>;
};

/** Starts a server, and again on the same port whenever it dies by itself. */
export async function keepRunning(place: ServerPlace, onDeath: () => void): Promise<KeptServer> {
  let child: ChildProcess;
  let wanted = true;
  let pauseMs = PAUSE_MS.first;
  let reviving: Promise<void> = Promise.resolve();

  const revive = async (): Promise<void> => {
    while (wanted) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      pauseMs = Math.min(2 * pauseMs, PAUSE_MS.most);
      const revived = wanted ? await runOrSetAside(place).catch(() => null) : null;
      if (revived) return watch(revived);
    }
  };
  const watch = (started: ChildProcess): void => {
    child = started;
    const bornAt = Date.now();
    const onExit = (): void => {
      if (!wanted) return;
      if (Date.now() - bornAt > STABLE_MS) pauseMs = PAUSE_MS.first;
      onDeath();
      reviving = revive();
    };
    if (hasEnded(started)) onExit();
    else started.once('exit', onExit);
  };
  const end = async (): Promise<void> => {
    wanted = false;
    await stop(child);
    await reviving;
    await stop(child);
  };
  watch(await runOrSetAside(place));
  return {
    stop: end,
    async restart({ afresh }) {
      await end();
      if (afresh && existsSync(place.folder)) setAside(place.folder);
      wanted = true;
      const started = await runOrSetAside(place).catch((error) => {
        // Or nobody would try again for as long as this process lives.
        reviving = revive();
        throw error;
      });
      watch(started);
    },
  };
}
