import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../../../sandbox/zendesk/start.ts';
import type { ConnectionStore } from '../../../ports/connection.ts';
import { allowedTokens } from '../../../test/allow.ts';
import { memoryConnections } from '../../../test/connection-store.ts';
import { databases } from '../../../test/databases.ts';
import { createZendeskClient } from './client.ts';

const PAST = '2020-01-01T00:00:00Z';
const ME = '/api/v2/users/me.json';
const MARKETPLACE = { name: 'Ticket Triage', organizationId: '77', appId: '1084321' };

describe('tokens that an admin has allowed', () => {
  let zendesk: ZendeskSandbox;
  beforeAll(async () => {
    zendesk = await startZendesk({ seed: { tickets: [], solved: [], articles: [] }, marketplace: MARKETPLACE });
  });
  afterAll(() => zendesk.close());
  afterEach(() => void vi.useRealTimers());

  /** An account whose access token has ended unless it says otherwise. */
  const connected = async (endsAt = PAST) => {
    const store = memoryConnections();
    await store.openConnection('a', null);
    const tokens = { ...(await allowedTokens(zendesk)), endsAt };
    await store.saveTokens('a', tokens);
    return { store, tokens };
  };
  const clientOn = (
    store: ConnectionStore,
    over: { fetch?: typeof fetch; marketplace?: typeof MARKETPLACE | null } = {},
  ) =>
    createZendeskClient({
      baseUrl: zendesk.url,
      ...zendesk.globalOauth,
      kept: { tenantId: 'a', store },
      marketplace: MARKETPLACE,
      fetch,
      ...over,
    });
  const countRefreshes = async (run: () => Promise<unknown>): Promise<number> => {
    const before = zendesk.requestsSeen.length;
    await run();
    return zendesk.requestsSeen.slice(before).filter(({ path }) => path === '/oauth/tokens').length;
  };
  const stored = async (store: ConnectionStore) => (await store.readConnection('a'))?.tokens;

  it('are renewed once for 50 who find them ended at the same time, and kept before they are used', async () => {
    const { store, tokens } = await connected();
    const client = clientOn(store);
    const asked = () => Promise.all(Array.from({ length: 50 }, () => client.get(ME)));
    expect(await countRefreshes(asked)).toBe(1);
    expect((await stored(store))?.accessToken).not.toBe(tokens.accessToken);
    expect(await countRefreshes(asked)).toBe(0);
  });

  it('are renewed once for five processes with ten askers each', async () => {
    const { store } = await connected();
    const clients = Array.from({ length: 5 }, () => clientOn(store));
    const asked = () => Promise.all(Array.from({ length: 50 }, (_, at) => clients[at % 5]?.get(ME)));
    expect(await countRefreshes(asked)).toBe(1);
  });

  it('are renewed when Zendesk takes them no more although they should still hold, and a write is sent again', async () => {
    const { store, tokens } = await connected('2999-01-01T00:00:00Z');
    await store.saveTokens('a', { ...tokens, accessToken: 'ended' });
    const field = { ticket_field: { type: 'text', title: 'Made once' } };
    expect(await countRefreshes(() => clientOn(store).post('/api/v2/ticket_fields.json', field))).toBe(1);
  });

  it('are not renewed again and again where Zendesk refuses the new ones too', async () => {
    const { store } = await connected();
    const refusing: typeof fetch = async (url, init) =>
      String(url).includes('/api/') ? new Response('', { status: 401 }) : fetch(url, init);
    const client = clientOn(store, { fetch: refusing });
    const asked = async () => {
      for (let times = 0; times < 5; times += 1)
        await expect(client.get(ME)).rejects.toMatchObject({ code: 'unauthorized' });
    };
    expect(await countRefreshes(asked)).toBe(2);
  });

  it('are read again when another process has renewed them', async () => {
    const { store } = await connected();
    const [one, other] = [clientOn(store), clientOn(store)];
    await one.get(ME);
    await other.get(ME);
    const tokens = await stored(store);
    if (tokens) await store.saveTokens('a', { ...tokens, endsAt: PAST });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 3_600_000 });
    expect(await countRefreshes(() => one.get(ME))).toBe(1);
    expect(await countRefreshes(() => other.get(ME))).toBe(0);
  });

  it('are taken over from a process that died while it renewed them, once its lease is over', async () => {
    let at = Date.now();
    const store = memoryConnections(() => at);
    await store.openConnection('a', null);
    const tokens = { ...(await allowedTokens(zendesk)), endsAt: PAST };
    await store.saveTokens('a', tokens);
    expect(await store.takeRefresh('a', tokens.accessToken, 20)).toBe(true);
    let looks = 0;
    const watched: ConnectionStore = {
      ...store,
      takeRefresh: async (...asked) => {
        const taken = await store.takeRefresh(...asked);
        looks += 1;
        if (!taken) at += 21_000;
        return taken;
      },
    };
    expect(await countRefreshes(() => clientOn(watched).get(ME))).toBe(1);
    expect(looks).toBe(2);
  });

  it('are gone when the answer that held the new ones was lost: nobody asks on, and who comes later is told', async () => {
    const { store, tokens } = await connected();
    const losing: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (!String(url).endsWith('/oauth/tokens')) return answer;
      throw new TypeError('fetch failed');
    };
    await expect(clientOn(store, { fetch: losing }).post('/api/v2/x')).rejects.toMatchObject({ code: 'unreachable' });
    expect(await stored(store)).toEqual(tokens);
    const client = clientOn(store);
    const refused = () => expect(client.get(ME)).rejects.toMatchObject({ code: 'unauthorized', retryable: false });
    expect(await countRefreshes(refused)).toBe(1);
    expect(await countRefreshes(refused)).toBe(0);
    await store.saveTokens('a', await allowedTokens(zendesk));
    expect(await countRefreshes(() => client.get(ME))).toBe(0);
  });

  it('are not lost when the store fails as they have been renewed', async () => {
    let at = Date.now();
    const store = memoryConnections(() => at);
    await store.openConnection('a', null);
    await store.saveTokens('a', { ...(await allowedTokens(zendesk)), endsAt: PAST });
    let down = true;
    const failing: ConnectionStore = {
      ...store,
      endRefresh: async (...asked) => {
        if (down) throw new Error('terminating connection');
        return store.endRefresh(...asked);
      },
    };
    const client = clientOn(failing);
    await expect(client.get(ME)).rejects.toThrow('terminating connection');
    down = false;
    at += 21_000;
    expect(await countRefreshes(() => client.get(ME))).toBe(0);
    expect(await stored(store)).not.toMatchObject({ endsAt: PAST });
  });

  it('hold on when Zendesk is down while they are renewed', async () => {
    const { store } = await connected();
    let down = true;
    const failing: typeof fetch = async (url, init) =>
      down && String(url).endsWith('/oauth/tokens') ? new Response('', { status: 500 }) : fetch(url, init);
    const client = clientOn(store, { fetch: failing });
    await expect(client.post('/api/v2/x')).rejects.toMatchObject({ code: 'server_error' });
    down = false;
    expect(await client.get(ME)).toBeDefined();
  });

  it('give way to those of a new authorisation that came while they were renewed', async () => {
    const { store } = await connected();
    const newer = await allowedTokens(zendesk);
    const racing: ConnectionStore = {
      ...store,
      endRefresh: async (...asked) => {
        await store.saveTokens('a', newer);
        return store.endRefresh(...asked);
      },
    };
    await clientOn(racing).get(ME);
    expect((await stored(store))?.accessToken).toBe(newer.accessToken);
  });

  it('say so when nobody has allowed us yet', async () => {
    await expect(clientOn(memoryConnections()).get(ME)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('go with the names that the Marketplace asks for, on every call', async () => {
    const { store } = await connected();
    const from = zendesk.requestsSeen.length;
    await clientOn(store).get(ME);
    const calls = zendesk.requestsSeen.slice(from).filter(({ path }) => path.startsWith('/api/'));
    expect(calls.map(({ marketplace, status }) => [marketplace, status])).toEqual([[true, 200]]);
    await expect(clientOn(store, { marketplace: null }).get(ME)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe.each(databases)('tokens that are kept in $kind', ({ open }) => {
  it('are renewed once for 50 askers in five processes', async () => {
    const test = await open();
    const zendesk = await startZendesk({ seed: { tickets: [], solved: [], articles: [] } });
    await test.store.openConnection('a', null);
    await test.store.saveTokens('a', { ...(await allowedTokens(zendesk)), endsAt: PAST });
    const from = zendesk.requestsSeen.length;
    const kept = { tenantId: 'a', store: test.store };
    const clients = Array.from({ length: 5 }, () =>
      createZendeskClient({ baseUrl: zendesk.url, ...zendesk.globalOauth, kept, fetch }),
    );
    await Promise.all(Array.from({ length: 50 }, (_, at) => clients[at % 5]?.get(ME)));
    const refreshes = zendesk.requestsSeen.slice(from).filter(({ path }) => path === '/oauth/tokens');
    expect(refreshes).toHaveLength(1);
    await Promise.all([zendesk.close(), test.close()]);
  });
});

describe("tokens of the account's own client", () => {
  it('are asked for once for all, and anew when Zendesk has ended them', async () => {
    const zendesk = await startZendesk({ seed: { tickets: [], solved: [], articles: [] } });
    const client = createZendeskClient({ baseUrl: zendesk.url, ...zendesk.oauth, fetch });
    const asked = () => Promise.all([client.get(ME), client.get(ME), client.get(ME)]);
    const grants = () => zendesk.requestsSeen.filter(({ path }) => path === '/oauth/tokens').length;
    await asked();
    expect(grants()).toBe(1);
    zendesk.revokeTokens();
    await asked();
    expect(grants()).toBe(2);
    await zendesk.close();
  });
});
