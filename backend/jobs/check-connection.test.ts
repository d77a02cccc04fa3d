import { describe, expect, it } from 'vitest';
import type { HelpdeskAccount } from '../ports/helpdesk-account.ts';
import { memoryConnections } from '../test/connection-store.ts';
import { aTenant, someTenants } from '../test/tenant.ts';
import { checkConnection } from './check-connection.ts';

describe('looking whether the app is still installed', () => {
  it('asks again an hour later, once, and leaves when it is missing then as well', async () => {
    let installed = true;
    const account = {
      fetchInstallation: async () => (installed ? { id: '9', enabled: true } : null),
    } as unknown as HelpdeskAccount;
    const tenant = aTenant({ id: 'a', account });
    const store = memoryConnections();
    await store.openConnection('a', '9');
    await store.saveConnection('a', { state: 'connected' });
    const waits: unknown[] = [];
    const queue = {
      enqueue: async (_: string, payload: object, key: string, options: { afterSeconds?: number } = {}) =>
        void waits.push([payload, key, options.afterSeconds]),
      drop: async (name: string, key: string) => {
        waits.push(`dropped ${name} ${key}`);
        return 1;
      },
    };
    const look = (payload: { wasMissing?: true } = {}) =>
      checkConnection(
        { payload: { tenantId: 'a', ...payload } },
        { tenants: someTenants([tenant]), store, queue: queue as never, changed: () => {} },
      );
    expect(await look()).toBe('present');
    installed = false;
    expect(await look()).toBe('missing');
    expect(waits).toEqual([[{ tenantId: 'a', wasMissing: true }, 'a:again', 3_600]]);
    expect((await store.readConnection('a'))?.state).toBe('connected');
    expect(await look({ wasMissing: true })).toBe('disconnected');
    expect((await store.readConnection('a'))?.state).toBe('uninstalled');
    expect(waits.slice(1)).toEqual(['dropped remove-tenant a', [{ tenantId: 'a' }, 'a', 30 * 24 * 3_600]]);
    expect(
      await checkConnection(
        { payload: { tenantId: 'b' } },
        { tenants: someTenants([]), store, queue: queue as never, changed: () => {} },
      ),
    ).toBe('gone');
  });
});
