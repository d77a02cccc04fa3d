import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type KeptServer, keepRunning } from './keep-running.ts';

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

export type ChromaServer = { host: string; port: number } & KeptServer;

/**
 * Starts the Chroma server that the chromadb package ships, on a free local port, and again whenever it dies; it ends
 * with this process, however that ends. A folder that it cannot read is set aside: the vectors are made again from the
 * relational store.
 */
export async function startChromaServer(folder: string, onDeath: () => void = () => {}): Promise<ChromaServer> {
  const port = await freePort();
  return { host: '127.0.0.1', port, ...(await keepRunning({ folder, cli: findCli(), port }, onDeath)) };
}
