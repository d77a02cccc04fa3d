import { expect, it } from 'vitest';
import type { RepairableVectors } from '../ports/vectors.ts';
import { probeCollection } from './probe-collection.ts';

const PLACE = { tenantId: 't1', embedderId: 'e1', dimensions: 4 };
const IDS = ['a', 'b', 'c'];

/** A collection of three, of which so many readings in a row lack one. */
function createCollection(shortReadings: number): RepairableVectors {
  let left = shortReadings;
  const nothing = async () => {};
  return {
    forTenant: () => ({
      upsert: nothing,
      remove: nothing,
      count: async () => IDS.length,
      nearest: async () => IDS.map((id) => ({ id, similarity: 1 })),
    }),
    inspect: () => ({
      list: async (offset, limit) => IDS.slice(offset, offset + limit),
      findPresent: async (ids) => ids,
      findSound: async (ids) => (left-- > 0 ? ids.slice(1) : ids),
    }),
    drop: nothing,
    isUp: async () => true,
    restart: async () => false,
  };
}

it('takes no collection for unreadable from which an item is removed meanwhile', async () => {
  expect(await probeCollection(PLACE, createCollection(2))).toBe(true);
});

it('says so when an item cannot be read however often it is asked for', async () => {
  expect(await probeCollection(PLACE, createCollection(100))).toBe(false);
});
