import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Moves a dead owner's lock away; two starters that race for it cannot both succeed in moving the same file. */
function clearStale(lock: string, owner: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = readFileSync(aside, 'utf8');
  if (moved === owner) rmSync(aside);
  else renameSync(aside, lock);
}

/**
 * Keeps a second process off an embedded data folder: PGlite itself lets two of them in and loses one's writes.
 * The lock stands beside the folder, so that the folder holds the database alone. Returns the release.
 */
export function lockFolder(folder: string): () => void {
  const lock = `${folder}.lock`;
  mkdirSync(dirname(lock), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = readFileSync(lock, 'utf8');
      if (Number(owner) > 0 && Number(owner) !== process.pid && alive(Number(owner))) break;
      clearStale(lock, owner);
    }
  }
  throw new Error(
    `The data folder ${folder} is in use by process ${readFileSync(lock, 'utf8')}. ` +
      'Stop that process first, or start with another DATA_DIR.',
  );
}
