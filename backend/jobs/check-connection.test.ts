import { beforeEach, describe, expect, it } from 'vitest';
import { OutsideError } from '../ports/errors.ts';
import type { HelpdeskAccount } from '../ports/helpdesk-account.ts';
import { memoryConnections } from '../test/connection-store.ts';
import { aTenant, someTenants } from '../test/tenant.ts';
import { checkConnection } from './check-connection.ts';

const MONTH_SECONDS = 30 * 24 * 3_600;
const DROPPED = 'dropped check-connection a:refused';

describe('looking whether the app is still installed', () => {
  let store: ReturnType<typeof memoryConnections>;
  let asked: unknown[];
  let fetchInstallation: () => Promise<{ id: string; enabled: boolean } | null>;
  beforeEach(async () => {
    store = memoryConnections();
    asked = [];
    fetchInstallation = async () => ({ id: '9', enabled: true });
    await store.openConnection('a', '9');
    await store.saveConnection('a', { state: 'connected' });
  });

  const queue = {
    enqueue: async (_: string, payload: object, key: string, options: { afterSeconds?: number } = {}) =>
      void asked.push([payload, key, options.afterSeconds]),
    drop: async (name: string, key: string) => {
      asked.push(`dropped ${name} ${key}`);
      return 1;
    },
  };
  const look = (payload: { tenantId?: string; wasMissing?: true; wasRefused?: true } = {}) => {
    const account = { fetchInstallation: () => fetchInstallation() } as unknown as HelpdeskAccount;
    const tenants = someTenants([aTenant({ id: 'a', account })]);
    const parts = { tenants, store, queue: queue as never, changed: () => {} };
    return checkConnection({ payload: { tenantId: 'a', ...payload } }, parts);
  };
  const state = async () => (await store.readConnection('a'))?.state;

  it('asks again an hour later, once, and leaves when it is missing then as well', async () => {
    expect(await look()).toBe('present');
    fetchInstallation = async () => null;
    expect(await look()).toBe('missing');
    expect(asked).toEqual([DROPPED, [{ tenantId: 'a', wasMissing: true }, 'a:again', 3_600]]);
    expect(await state()).toBe('connected');
    expect(await look({ wasMissing: true })).toBe('disconnected');
    expect(await state()).toBe('uninstalled');
    expect(asked.slice(2)).toEqual(['dropped remove-tenant a', [{ tenantId: 'a' }, 'a', MONTH_SECONDS]]);
    expect(await look({ tenantId: 'b' })).toBe('gone');
  });

  it('waits a month for an account that does not let us in any more, and then leaves it', async () => {
    fetchInstallation = () => Promise.reject(new OutsideError('zendesk', 'unauthorized', 'answered 401'));
    expect(await look()).toBe('refused');
    expect(asked).toEqual([[{ tenantId: 'a', wasRefused: true }, 'a:refused', MONTH_SECONDS]]);
    expect(await state()).toBe('connected');
    expect(await look({ wasRefused: true })).toBe('disconnected');
    expect(await state()).toBe('uninstalled');
  });

  it('forgets that it was not let in once it is again', async () => {
    expect(await look({ wasRefused: true })).toBe('present');
    expect(asked).toEqual([DROPPED]);
    expect(await state()).toBe('connected');
  });
});
