import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const START_MS = 20_000;
const STOP_MS = 3_000;

export type ServerPlace = { folder: string; cli: string; port: number };

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

export const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (hasEnded(child)) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });

/** Of what a failing process printed, the line that names its error: the stack around it helps nobody at a terminal. */
const complaintIn = (said: string): string => {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.find((line) => /^\w*error\b/i.test(line)) ?? lines.findLast((line) => line !== '') ?? 'nothing';
};

async function untilUp(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const endsAt = Date.now() + START_MS;
  while (Date.now() < endsAt) {
    if (hasEnded(child)) break;
    const up = await fetch(`${url}/api/v2/heartbeat`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
    if (up?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(child);
  throw new Error(`The embedded Chroma server did not start. Set CHROMA_URL to use a running one. It said: ${said()}`);
}

/** Resolves once the server answers. */
export async function runServer({ folder, cli, port }: ServerPlace): Promise<ChildProcess> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./server-process.ts', import.meta.url)),
      cli,
      ...['run', '--host', '127.0.0.1', '--port', String(port), '--path', folder],
    ],
    // A process group of its own: Ctrl-C reaches us first, and we stop it after the last write.
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  await untilUp(`http://127.0.0.1:${port}`, child, () => complaintIn(said));
  return child;
}

/** Keeps the newest of the folders that were set aside, should somebody want to know what became of it. */
export function setAside(folder: string): string {
  const prefix = `${basename(folder)}.unreadable-`;
  for (const name of readdirSync(dirname(folder)))
    if (name.startsWith(prefix)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  const aside = `${folder}.unreadable-${Date.now()}`;
  renameSync(folder, aside);
  return aside;
}

/** A folder that the server cannot read is set aside. */
export async function runOrSetAside(place: ServerPlace): Promise<ChildProcess> {
  const existed = existsSync(place.folder);
  return runServer(place).catch(async (error) => {
    if (!existed) throw error;
    const aside = setAside(place.folder);
    return runServer(place).catch(() => {
      rmSync(place.folder, { recursive: true, force: true });
      renameSync(aside, place.folder);
      throw error;
    });
  });
}
