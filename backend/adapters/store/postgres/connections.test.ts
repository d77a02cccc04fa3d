import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionStore, Tokens } from '../../../ports/connection.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { createConnectionStore } from './connections.ts';
import { createSecretsCipher } from './secrets-cipher.ts';

const [OLD, NEW] = [1, 2].map((byte) => new Uint8Array(32).fill(byte)) as [Uint8Array, Uint8Array];

const tokens = (accessToken: string): Tokens => ({
  accessToken,
  refreshToken: 'canary-refresh',
  endsAt: '2026-05-04T12:00:00.000Z',
  scopes: ['tickets:read'],
});
const WEBHOOK = { id: 'w-1', kind: 'trigger' as const, triggerId: '9', secrets: ['canary-signing', 'canary-older'] };
const SIDEBAR = [{ secret: 'canary-sidebar', endsAt: null }];

describe.each(databases)('how accounts are connected, on $kind', ({ open }) => {
  let test: TestDatabase;
  let store: ConnectionStore;
  let id: string;
  const storeWith = (...keys: Uint8Array[]) => createConnectionStore(test.database, createSecretsCipher(keys));
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    await test.database.query('DELETE FROM connection');
    await test.database.query('DELETE FROM authorization_request');
    [id, store] = [randomUUID(), storeWith(OLD)];
  });
  afterAll(() => test.close());

  const all = async () =>
    JSON.stringify(
      await test.database.query(`SELECT c::text, encode(tokens, 'escape'), encode(webhook, 'escape'),
        encode(sidebar_secrets, 'escape') FROM connection AS c`),
    );

  it('is new at first, keeps what is said, and counts every change', async () => {
    expect(await store.readConnection(id)).toBeNull();
    expect(await store.saveConnection(id, { state: 'connected' })).toBeNull();
    const fresh = await store.openConnection(id, '42');
    expect(fresh).toEqual({
      ...{ tenantId: id, state: 'new', installationId: '42', connectedBy: null, connectedAt: null, tokens: null },
      ...{ webhook: null, sidebarSecrets: [], groupOf: {}, revision: 1 },
    });
    const change = {
      state: 'connected' as const,
      connectedBy: { id: '7', name: 'Ada' },
      connectedAt: '2026-05-04T12:00:00.000Z',
      ...{ webhook: WEBHOOK, sidebarSecrets: SIDEBAR, groupOf: { billing_support: '11' } },
    };
    expect(await store.saveConnection(id, change)).toEqual({ ...fresh, ...change, revision: 2 });
    expect(await store.saveConnection(id, {})).toMatchObject({ revision: 2 });
    await store.saveTokens(id, tokens('a'));
    expect(await store.openConnection(id, '43')).toEqual({ ...fresh, ...change, tokens: tokens('a'), revision: 3 });
    await store.saveTokens(id, null);
    expect(await store.saveConnection(id, { state: 'uninstalled', webhook: null, connectedBy: null })).toMatchObject({
      ...{ tokens: null, webhook: null, connectedBy: null, sidebarSecrets: SIDEBAR, revision: 5 },
    });
  });

  it('lists those that are connected', async () => {
    for (const [name, state] of [
      ['b', 'connected'],
      ['a', 'connected'],
      ['c', 'new'],
      ['d', 'uninstalled'],
    ] as const) {
      await store.openConnection(name, null);
      await store.saveConnection(name, { state });
    }
    expect(await store.listConnected()).toEqual(['a', 'b']);
  });

  it('holds no secret in clear', async () => {
    await store.openConnection(id, null);
    await store.saveTokens(id, tokens('canary-access'));
    await store.saveConnection(id, { webhook: WEBHOOK, sidebarSecrets: SIDEBAR });
    await store.saveAuthorization('canary-state', { tenantId: id, verifier: 'canary-verifier', userId: '7' });
    const requests = await test.database.query(`SELECT r::text, encode(sealed, 'escape'), encode(state_hash, 'escape')
      FROM authorization_request AS r`);
    expect(requests).toHaveLength(1);
    expect((await all()) + JSON.stringify(requests)).not.toContain('canary');
  });

  describe('the right to refresh', () => {
    beforeEach(async () => {
      await store.openConnection(id, null);
      await store.saveTokens(id, tokens('a'));
    });

    it('goes to one of 50 who ask at once', async () => {
      const taken = await Promise.all(Array.from({ length: 50 }, () => store.takeRefresh(id, 'a', 30)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    it('ends with the new pair, which the others then have to read', async () => {
      await store.takeRefresh(id, 'a', 30);
      expect(await store.endRefresh(id, 'a', tokens('b'))).toBe(true);
      expect(await store.readConnection(id)).toMatchObject({ tokens: { accessToken: 'b' }, revision: 3 });
      expect(await store.takeRefresh(id, 'a', 30)).toBe(false);
      expect(await store.takeRefresh(id, 'b', 30)).toBe(true);
    });

    it('can be given back without a new pair', async () => {
      await store.takeRefresh(id, 'a', 30);
      expect(await store.endRefresh(id, 'a', null)).toBe(true);
      expect(await store.readConnection(id)).toMatchObject({ tokens: { accessToken: 'a' }, revision: 2 });
      expect(await store.takeRefresh(id, 'a', 30)).toBe(true);
    });

    it('is taken over from a holder that died', async () => {
      await store.takeRefresh(id, 'a', 30);
      await test.database.query(`UPDATE connection SET refresh_until = now() - interval '1 ms' WHERE tenant_id = $1`, [
        id,
      ]);
      const taken = await Promise.all(Array.from({ length: 50 }, () => store.takeRefresh(id, 'a', 30)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    it('does not replace what a new authorisation brought, nor outlive it', async () => {
      await store.takeRefresh(id, 'a', 30);
      await store.saveTokens(id, tokens('c'));
      expect(await store.endRefresh(id, 'a', tokens('b'))).toBe(false);
      expect(await store.endRefresh(id, 'a', null)).toBe(false);
      expect(await store.readConnection(id)).toMatchObject({ tokens: { accessToken: 'c' } });
      expect(await store.takeRefresh(id, 'c', 30)).toBe(true);
    });

    it("is nobody's where there are no tokens", async () => {
      await store.saveTokens(id, null);
      expect(await store.takeRefresh(id, 'a', 30)).toBe(false);
      expect(await store.takeRefresh(randomUUID(), 'a', 30)).toBe(false);
    });
  });

  describe('an authorisation under way', () => {
    const authorization = () => ({ tenantId: id, verifier: 'v', userId: '7' });
    it('is taken once, by its state alone', async () => {
      await store.saveAuthorization('s', authorization());
      expect(await store.takeAuthorization('t')).toBeNull();
      const taken = await Promise.all(Array.from({ length: 10 }, () => store.takeAuthorization('s')));
      expect(taken.filter((one) => one !== null)).toEqual([authorization()]);
    });

    it('holds for ten minutes, and goes with the next one', async () => {
      await store.saveAuthorization('s', authorization());
      const left = await test.database.query(`SELECT 1 AS kept FROM authorization_request
        WHERE expires_at BETWEEN now() + interval '9 minutes' AND now() + interval '10 minutes'`);
      expect(left).toHaveLength(1);
      await test.database.query('UPDATE authorization_request SET expires_at = now()');
      await store.saveAuthorization('t', authorization());
      expect(await test.database.query('SELECT 1 AS kept FROM authorization_request')).toHaveLength(1);
      await test.database.query('UPDATE authorization_request SET expires_at = now()');
      expect(await store.takeAuthorization('t')).toBeNull();
    });
  });

  describe('a new key', () => {
    const fill = async (count: number) => {
      for (let at = 0; at < count; at++) {
        await store.openConnection(`t${at}`, null);
        await store.saveTokens(`t${at}`, tokens(`a${at}`));
      }
    };

    it('seals everything that an older one sealed, after which that one is not needed', async () => {
      await fill(60);
      await store.saveConnection('t1', { webhook: WEBHOOK, sidebarSecrets: SIDEBAR });
      await store.saveAuthorization('s', { tenantId: 't1', verifier: 'v', userId: null });
      await expect(storeWith(NEW).readConnection('t1')).rejects.toThrow('SECRETS_KEY');
      expect(await storeWith(NEW, OLD).resealConnections()).toBe(63);
      expect(await storeWith(NEW, OLD).resealConnections()).toBe(0);
      expect(await storeWith(NEW).readConnection('t1')).toMatchObject({
        ...{ tokens: tokens('a1'), webhook: WEBHOOK, sidebarSecrets: SIDEBAR, revision: 3 },
      });
      expect(await storeWith(NEW).takeRefresh('t1', 'a1', 30)).toBe(true);
      expect(await storeWith(NEW).takeAuthorization('s')).toMatchObject({ verifier: 'v' });
    });

    it('loses no change that another process makes meanwhile', async () => {
      await fill(1);
      let isFirst = true;
      const query: TestDatabase['database']['query'] = async (text, values) => {
        if (isFirst && text.startsWith('UPDATE connection SET tokens')) {
          isFirst = false;
          await store.saveTokens('t0', tokens('meanwhile'));
        }
        return test.database.query(text, values);
      };
      const resealing = createConnectionStore({ ...test.database, query }, createSecretsCipher([NEW, OLD]));
      expect(await resealing.resealConnections()).toBe(1);
      expect(isFirst).toBe(false);
      expect((await storeWith(NEW).readConnection('t0'))?.tokens).toEqual(tokens('meanwhile'));
    });
  });
});
