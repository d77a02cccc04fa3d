import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TenantSettings } from './contract/tenant-settings.ts';
import { actFor, actingFor } from './ports/acting-for.ts';
import type { Connection } from './ports/connection.ts';
import { createTenants, type TenantsParts } from './tenants.ts';
import { memoryConnections } from './test/connection-store.ts';
import { aTenant } from './test/tenant.ts';

const SECOND = 1_000;

describe('the accounts of a backend', () => {
  let store: ReturnType<typeof memoryConnections>;
  let saved: Awaited<ReturnType<TenantsParts['store']['readTenantSettings']>>;
  let made: { id: string; revision: number; settings: number }[];
  let looked: { id: string; actingFor: string | null }[];
  let faults: string[];
  /** What a look waits for before it goes on with what it has read. */
  let holdUp: Promise<void> | null;
  let down: Error | null;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    store = memoryConnections();
    [saved, made, looked, faults, holdUp, down] = [null, [], [], [], null, null];
  });
  afterEach(() => vi.useRealTimers());

  const readConnection = async (id: string): Promise<Connection | null> => {
    looked.push({ id, actingFor: actingFor() });
    if (down) throw down;
    const connection = await store.readConnection(id);
    await holdUp;
    return connection;
  };
  const serve = (over: Partial<TenantsParts> = {}) =>
    createTenants({
      store: { readConnection, readTenantSettings: async () => saved, listConnected: store.listConnected },
      sole: null,
      make: async (id, state) => {
        made.push({ id, revision: state.connection?.revision ?? 0, settings: state.saved?.version ?? 0 });
        return state.connection && state.connection.state !== 'uninstalled' ? aTenant({ id }) : null;
      },
      onError: ({ message }) => void faults.push(message),
      ...over,
    });
  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

  it('are made once, whoever asks at the same time and for a second after, and looked at on their own behalf', async () => {
    await store.openConnection('acme', '1');
    const tenants = serve();
    const found = await Promise.all([tenants.find('acme'), actFor('other', () => tenants.find('acme'))]);
    expect(found[0]?.id).toBe('acme');
    expect(found[1]).toBe(found[0]);
    pass(SECOND - 1);
    expect(await tenants.find('acme')).toBe(found[0]);
    expect(looked).toEqual([{ id: 'acme', actingFor: 'acme' }]);
    pass(1);
    expect(await tenants.find('acme')).toBe(found[0]);
    expect([looked.length, made.length]).toEqual([2, 1]);
  });

  it('are made anew when another process has changed their settings or their connection', async () => {
    await store.openConnection('acme', '1');
    const tenants = serve();
    const first = await tenants.find('acme');
    saved = { version: 1, settings: {} as TenantSettings } as unknown as typeof saved;
    pass(SECOND);
    const second = await tenants.find('acme');
    await store.saveConnection('acme', { state: 'connected' });
    pass(SECOND);
    const third = await tenants.find('acme');
    expect(new Set([first, second, third]).size).toBe(3);
    expect(made.map(({ revision, settings }) => [revision, settings])).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
    ]);
  });

  it('are made anew at once where this process has changed them, and gone at once when they left', async () => {
    await store.openConnection('acme', '1');
    const tenants = serve();
    const first = await tenants.find('acme');
    await store.saveConnection('acme', { groupOf: { billing: '7' } });
    expect(await tenants.find('acme')).toBe(first);
    tenants.changed('acme');
    expect(await tenants.find('acme')).not.toBe(first);
    await store.saveConnection('acme', { state: 'uninstalled' });
    tenants.changed('acme');
    expect(await tenants.find('acme')).toBeNull();
    tenants.changed('nobody');
    expect(await tenants.find('nobody')).toBeNull();
  });

  it('are not what a look says that began before the change', async () => {
    const tenants = serve();
    const held = Promise.withResolvers<void>();
    holdUp = held.promise;
    const before = tenants.find('acme');
    await expect.poll(() => looked.length).toBe(1);
    // The account comes to be while somebody looks for it in vain.
    await store.openConnection('acme', '1');
    holdUp = null;
    tenants.changed('acme');
    const after = await tenants.find('acme');
    expect(after?.id).toBe('acme');
    held.resolve();
    expect(await before).toBeNull();
    expect(await tenants.find('acme')).toBe(after);
  });

  it('stay known while the store is down, and nobody comes to be', async () => {
    await store.openConnection('acme', '1');
    const tenants = serve();
    const first = await tenants.find('acme');
    down = new Error('The store is down');
    pass(SECOND);
    expect(await tenants.find('acme')).toBe(first);
    tenants.changed('acme');
    expect(await tenants.find('acme')).toBe(first);
    expect(faults).toEqual(['The store is down', 'The store is down']);
    await expect(tenants.find('other')).rejects.toThrow('The store is down');
    down = null;
    await store.saveConnection('acme', { state: 'connected' });
    expect(await tenants.find('acme')).not.toBe(first);
    expect(await tenants.find('other')).toBeNull();
  });

  it('are not looked up under a name that none can have', async () => {
    const tenants = serve();
    const names = [
      '',
      '*',
      '\0',
      'a\0',
      'Acme',
      'acme.',
      '-acme',
      'acme\n',
      'a b',
      "'; --",
      'a/b',
      'é',
      'a'.repeat(64),
    ];
    for (const name of [...names, '__proto__', 'constructor.prototype']) expect(await tenants.find(name)).toBeNull();
    expect(looked).toEqual([]);
  });

  it('do not fill the memory: those that there are not are forgotten, the ones asked for longest ago as well', async () => {
    const tenants = serve();
    for (let number = 0; number < 600; number += 1) await tenants.find(`nobody-${number}`);
    for (let number = 0; number <= 500; number += 1) {
      await store.openConnection(`account-${number}`, '1');
      await tenants.find(`account-${number}`);
    }
    looked = [];
    for (const id of ['account-500', 'account-1', 'account-0', 'nobody-1']) await tenants.find(id);
    expect(looked.map(({ id }) => id)).toEqual(['account-0', 'nobody-1']);
  });

  it('are those that are connected; or the only one, connected or not, and no other', async () => {
    for (const id of ['acme', 'left', 'other']) await store.openConnection(id, '1');
    await store.saveConnection('acme', { state: 'connected' });
    await store.saveConnection('left', { state: 'uninstalled' });
    expect([await serve().list(), serve().sole]).toEqual([['acme'], null]);
    const one = serve({ sole: 'self', make: async (id) => aTenant({ id }) });
    expect([await one.list(), one.sole]).toEqual([['self'], 'self']);
    expect((await one.find('self'))?.id).toBe('self');
    looked = [];
    expect(await one.find('acme')).toBeNull();
    expect(looked).toEqual([]);
  });
});
