import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEgress, type EgressRules } from './create-fetch.ts';

const { connect } = Socket.prototype;
const attempts: string[] = [];

/** What every socket of this process tries to reach, whoever opens it. */
function recordAttempts(): void {
  Socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
    this.on('connectionAttempt', (address: string, port: number) => attempts.push(`${address} ${port}`));
    return connect.apply(this, args);
  } as typeof connect;
}

async function ask(url: string, rules: Partial<EgressRules>): Promise<string> {
  const { fetch, close } = createEgress({ hosts: [], origins: [], ...rules });
  const outcome = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    ({ status }) => String(status),
    (error) => error.code ?? error.name,
  );
  await close();
  return outcome;
}

describe('connections', () => {
  const server = createServer((_, response) => void response.end('ok'));
  let port: number;
  beforeAll(async () => {
    recordAttempts();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    Socket.prototype.connect = connect;
    server.close();
  });

  it('are made to what the operator has configured', async () => {
    const url = `http://127.0.0.1:${port}`;
    expect(await ask(url, { origins: [url] })).toBe('200');
    expect(attempts.splice(0)).toEqual([`127.0.0.1 ${port}`]);
  });

  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1'])(
    'are not even begun to %s, wherever it comes from',
    async (address) => {
      const family = address.includes(':') ? 6 : 4;
      const leading = {
        hosts: ['api.example'],
        resolve: ((_, answer) => answer(null, [{ address, family }])) as EgressRules['resolve'],
      };
      const host = family === 6 ? `[${address}]` : address;
      expect(await ask('https://api.example/', leading as Partial<EgressRules>)).toBe('forbidden');
      for (const url of [`https://${host}/`, `https://${host}:${port}/`, `http://${host}:${port}/`])
        expect(await ask(url, { hosts: [host, address, '*.example'] })).toBe('forbidden');
      expect(attempts).toEqual([]);
    },
  );
});
