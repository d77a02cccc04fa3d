import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export type Tls = { key: string; cert: string };
type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** Serves on the loopback address; port 0 takes any free one. */
export async function listen(fetch: Fetch, port: number, tls?: Tls) {
  const secure = tls && { createServer: createHttpsServer, serverOptions: tls };
  const server = createAdaptorServer({ fetch, ...secure });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error) => {
    throw new Error(`Cannot listen on port ${port}: ${error.code === 'EADDRINUSE' ? 'it is in use' : error.message}`, {
      cause: error,
    });
  });
  const address = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${address.port}`,
    async close(): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
