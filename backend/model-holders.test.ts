import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createModelHolders } from './model-holders.ts';
import type { TenantModel } from './ports/store.ts';
import { aTaxonomy } from './test/engine.ts';

describe('the models of many accounts', () => {
  let served: Set<string>;
  let looked: string[];
  let faults: string[];
  beforeEach(() => {
    [served, looked, faults] = [new Set(['a', 'b']), [], []];
  });
  afterEach(() => expect(faults).toEqual([]));

  const hold = () =>
    createModelHolders({
      store: {
        readModelVersion: async (tenantId) => {
          looked.push(tenantId);
          return null;
        },
        readModel: async () => null,
        saveModel: async () => {},
        readLearnedTickets: async () => [],
      },
      trainer: { train: async () => ({}) as TenantModel },
      onError: ({ message }) => void faults.push(message),
      isServed: async (id) => served.has(id),
    });

  it('are looked after for as long as an account is served: nothing is trained for one that was erased', async () => {
    const holders = hold();
    for (const id of served) await holders.of(id, aTaxonomy());
    looked = [];
    await holders.refresh();
    expect(looked).toEqual(['a', 'b']);
    served.delete('b');
    await holders.refresh();
    served.add('b');
    await holders.refresh();
    expect(looked).toEqual(['a', 'b', 'a', 'a']);
  });
});
