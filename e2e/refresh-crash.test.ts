import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../backend/adapters/store/postgres/open-pglite.ts';
import { type ConnectionView, connectionViewSchema } from '../backend/contract/connection.ts';
import { type BackendProcess, startBackendProcess } from './backend-process.ts';
import { type EchoProxy, type Silence, startEchoProxy } from './echo-proxy.ts';
import { type Hosted, type HostedAccount, prepareHosted } from './hosted-stack.ts';

const REFRESH = /^\/oauth\/tokens/;

describe('a backend that dies while it refreshes its tokens', () => {
  let proxy: EchoProxy;
  let hosted: Hosted;
  let account: HostedAccount;
  let backend: BackendProcess;
  beforeAll(async () => {
    proxy = await startEchoProxy();
    hosted = await prepareHosted({ accounts: 1, environment: { ZENDESK_URL: proxy.url } });
    [account] = hosted.accounts.values() as unknown as [HostedAccount];
    proxy.aim(account.zendesk.url);
    await startAgain();
    await account.connect();
  });
  afterAll(async () => {
    await backend?.end('SIGTERM');
    await hosted?.close();
    await proxy?.close();
  });

  const startAgain = async () => {
    backend = startBackendProcess(hosted.environment);
    await backend.ready;
  };
  const refreshes = () => proxy.exchanges.filter(({ asked }) => asked.includes('"grant_type":"refresh_token"'));
  const look = async (): Promise<ConnectionView> => {
    const { json } = await account.adminCall({
      path: `/v1/admin/connection?tenant=${account.subdomain}`,
      token: hosted.adminToken,
    });
    return connectionViewSchema.parse(json);
  };
  const authorization = async () => (await look()).checks.find(({ name }) => name === 'authorization');

  /** Zendesk does not take the token any more, so that a refresh begins; it gets no answer before the process dies. */
  const dieRefreshing = async (silence: Silence) => {
    const before = refreshes().length;
    proxy.add({ echo: '401', path: /^\/api\// });
    proxy.add({ echo: silence, path: REFRESH });
    const asking = look().catch(() => null);
    await expect.poll(() => refreshes().length).toBe(before + 1);
    await backend.end('SIGKILL');
    await asking;
    proxy.clear();
  };
  /** Until the dead holder's right to refresh has run out: here at once. */
  const letTimePass = async () => {
    const database = await openPglite(join(hosted.environment.DATA_DIR ?? '', 'postgres'));
    const held = await database.query<{ held: boolean }>(
      `UPDATE connection SET refresh_until = refresh_until - interval '20 seconds' RETURNING refresh_until < now() AS held`,
    );
    await database.close();
    expect(held).toEqual([{ held: true }]);
  };
  /** The token that the crash left is refused still, as one that has ended is. */
  const refuseOnce = () => proxy.add({ echo: '401', path: /^\/api\//, times: 1 });

  it('refreshes after its start, with the pair that it had', async () => {
    await dieRefreshing('unheard');
    await letTimePass();
    await startAgain();
    refuseOnce();
    expect(await authorization()).toMatchObject({ state: 'ok' });
    const [held, again] = refreshes();
    expect(refreshes()).toHaveLength(2);
    expect([again?.status, again?.asked]).toEqual([200, held?.asked]);
    expect(await authorization()).toMatchObject({ state: 'ok' });
  });

  it('says that an admin has to allow it again where Zendesk had ended that pair already, and goes on once one has', async () => {
    await account.connect();
    await dieRefreshing('lost');
    await letTimePass();
    await startAgain();
    expect(await authorization()).toMatchObject({ state: 'broken', remedy: 'connect' });
    await account.connect();
    expect(await authorization()).toMatchObject({ state: 'ok' });
    const view = await look();
    expect(view.checks.filter(({ state }) => state === 'broken')).toEqual([]);
  });
});
