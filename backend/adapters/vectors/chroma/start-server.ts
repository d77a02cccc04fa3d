import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const START_MS = 20_000;
const STOP_MS = 3_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
  });

const findCli = (): string => {
  const cli = new URL('./cli.mjs', import.meta.resolve('chromadb'));
  if (!existsSync(fileURLToPath(cli)))
    throw new Error(
      'The Chroma server is missing from node_modules: run npm ci, or set CHROMA_URL to a running server.',
    );
  return cli.href;
};

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Of what a failing process printed, the line that names its error: the stack around it helps nobody at a terminal. */
const complaintIn = (said: string): string => {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.find((line) => /^\w*error\b/i.test(line)) ?? lines.findLast((line) => line !== '') ?? 'nothing';
};

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (hasEnded(child)) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });

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

export type ChromaServer = { host: string; port: number; stop: () => Promise<void> };

/**
 * Starts the Chroma server that the chromadb package ships, on a free local port; it ends with this process, however
 * that ends. A folder that it cannot read is set aside: the vectors are made again from the relational store.
 */
export async function startChromaServer(folder: string): Promise<ChromaServer> {
  const cli = findCli();
  const existed = existsSync(folder);
  return startOn(folder, cli).catch(async (error) => {
    if (!existed) throw error;
    const aside = `${folder}.unreadable-${Date.now()}`;
    renameSync(folder, aside);
    return startOn(folder, cli).catch(() => {
      rmSync(folder, { recursive: true, force: true });
      renameSync(aside, folder);
      throw error;
    });
  });
}

async function startOn(folder: string, cli: string): Promise<ChromaServer> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
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
  return { host: '127.0.0.1', port, stop: () => stop(child) };
}
