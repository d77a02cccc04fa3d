import { describe, expect, it } from 'vitest';
import { memoryConnections } from '../test/connection-store.ts';
import { type RemoveTenantJobParts, removeTenant } from './remove-tenant.ts';

describe('erasing an account', () => {
  const open = (sole: string | null = null) => {
    const [erased, later, unscheduled] = [[] as string[], [] as unknown[][], [] as string[]];
    const connections = memoryConnections();
    const parts = {
      tenants: { sole },
      vectors: { drop: async () => {} },
      store: { ...connections, listEmbedders: async () => [], eraseTenant: async (id: string) => void erased.push(id) },
      queue: {
        dropOf: async () => 0,
        enqueue: async (name: string, payload: object, key: string, { afterSeconds = 0 } = {}) =>
          void later.push([name, payload, key, afterSeconds]),
      },
      unschedule: async (id: string) => void unscheduled.push(id),
    } as unknown as RemoveTenantJobParts;
    const run = (again = false) => removeTenant({ payload: { tenantId: 'a', ...(again && { again }) } }, parts);
    return { connections, run, erased, later, unscheduled };
  };

  it('looks once more an hour later for what jobs that were running have written since', async () => {
    const { run, erased, later, unscheduled } = open();
    expect(await run()).toBe('removed');
    expect(later).toEqual([['remove-tenant', { tenantId: 'a', again: true }, 'a:again', 3_600]]);
    expect(await run(true)).toBe('removed');
    expect([erased, later.length, unscheduled]).toEqual([['a', 'a'], 1, ['a', 'a']]);
  });

  it('leaves alone what the only account of a backend has an hour later', async () => {
    const { run, erased, later } = open('a');
    expect(await run()).toBe('removed');
    expect([erased, later]).toEqual([['a'], []]);
  });

  it.each([
    ['uninstalled', 'removed'],
    // Its page was looked at again before the job ran.
    ['new', 'removed'],
    ['connected', 'kept'],
  ] as const)('of one that is %s: %s', async (state, outcome) => {
    const { connections, run, erased } = open();
    await connections.openConnection('a', '9');
    await connections.saveConnection('a', { state });
    expect(await run()).toBe(outcome);
    expect(erased).toHaveLength(outcome === 'removed' ? 1 : 0);
  });
});
