import { once, setMaxListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Call } from './calls.ts';
import type { Faults } from './faults.ts';
import { createSandbox, type Latency } from './sandbox.ts';

export type OpenAiOptions = {
  /** A free one when left out. */
  port?: number;
  apiKeys?: string[];
  /** How long an answer takes, in milliseconds. */
  latencyMs?: Latency;
  requestsPerMinute?: number;
};

export type OpenAi = {
  /** The base address, ending in `/v1`. */
  url: string;
  /** Every request, oldest first; the last 20,000 are kept. */
  calls: Call[];
  faults: Pick<Faults, 'add' | 'clear'>;
  close(): Promise<void>;
};

/** Starts a stand-in for the OpenAI API on the loopback interface. Rejects when the port is taken. */
export async function startOpenAi(options: OpenAiOptions = {}): Promise<OpenAi> {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const sandbox = createSandbox(options, closing.signal);
  const server = createAdaptorServer({ fetch: createApp(sandbox).fetch, overrideGlobalObjects: false });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls: sandbox.calls,
    faults: sandbox.faults,
    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
