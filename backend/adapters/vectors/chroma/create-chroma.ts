import { ChromaClient, type ChromaClientArgs } from 'chromadb';
import type { Collection, Inspection, RepairableVectors } from '../../../ports/vectors.ts';
import { type OpenCollection, openCollection } from './open-collection.ts';
import type { ChromaServer } from './start-server.ts';
import { bounded } from './to-outside.ts';

/** A query that comes late is worth nothing; a write into a large collection takes its time. */
const MS = { read: 10_000, write: 60_000, drop: 20_000, heartbeat: 1_500 };
/** In one request. Chroma Cloud takes at most 300. */
const BATCH = 250;
const WRITES = 2;
/** Vectors are compared in single precision. */
const UNIT = { from: 0.99, to: 1.01 };

const batchesOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));

/** Runs the work on every batch, a few at a time; the first fault ends it once all that runs has ended. */
async function eachBatch<T>(all: readonly T[], atOnce: number, work: (batch: T[]) => Promise<void>): Promise<void> {
  const waiting = batchesOf(all).values();
  let failed = false;
  const run = async (): Promise<void> => {
    for (const batch of waiting) {
      if (failed) return;
      await work(batch).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  const runs = await Promise.allSettled(Array.from({ length: atOnce }, run));
  for (const each of runs) if (each.status === 'rejected') throw each.reason;
}

function toCollection(opened: OpenCollection): Collection {
  return {
    upsert: (vectors) =>
      eachBatch(vectors, WRITES, (batch) => {
        const record = { ids: batch.map(({ id }) => id), embeddings: batch.map(({ embedding }) => embedding) };
        return opened.fill((collection) => collection.upsert(record), MS.write);
      }),
    nearest: (embedding, count) =>
      opened.use(
        async (collection) => {
          const found = await collection.query({
            queryEmbeddings: [embedding],
            nResults: count,
            include: ['distances'],
          });
          return (found.rows()[0] ?? []).map(({ id, distance }) => ({
            id,
            similarity: Math.max(0, Math.min(1, 1 - (distance ?? 1))),
          }));
        },
        [],
        MS.read,
      ),
    count: () => opened.use((collection) => collection.count(), 0, MS.read),
    remove: (ids) =>
      eachBatch(ids, 1, (batch) =>
        opened.use(async (collection) => void (await collection.delete({ ids: batch })), undefined, MS.write),
      ),
  };
}

const isSound = (vector: readonly number[] | null | undefined): boolean => {
  const length = Math.hypot(...(vector ?? []));
  return length > UNIT.from && length < UNIT.to;
};

function toInspection(opened: OpenCollection): Inspection {
  const get = (ids: string[], include: ['embeddings'] | []) =>
    opened.use(
      async (collection) => {
        const found = await collection.get({ ids, include });
        return { ids: found.ids, vectors: found.embeddings };
      },
      { ids: [], vectors: [] },
      MS.read,
    );
  return {
    list: (offset, limit) =>
      opened.use(async (collection) => (await collection.get({ offset, limit, include: [] })).ids, [], MS.read),
    findPresent: async (ids) => (ids.length === 0 ? [] : (await get(ids, [])).ids),
    async findSound(ids) {
      if (ids.length === 0) return [];
      const found = await get(ids, ['embeddings']);
      return found.ids.filter((_, index) => isSound(found.vectors[index]));
    },
  };
}

export type ChromaPlace = Pick<ChromaClientArgs, 'host' | 'port' | 'ssl' | 'headers'> &
  Partial<Pick<ChromaServer, 'restart'>>;

/** Chroma, local or served. Vectors hold ids alone: the texts stay in the relational store. */
export function createChroma({ restart, ...where }: ChromaPlace): RepairableVectors {
  const client = new ChromaClient(where);
  const collections = new Map<string, OpenCollection>();
  const open = (tenantId: string, embedderId: string): OpenCollection => {
    const key = JSON.stringify([tenantId, embedderId]);
    const known = collections.get(key) ?? openCollection(client, tenantId, embedderId);
    collections.set(key, known);
    return known;
  };
  return {
    forTenant: (tenantId, embedderId) => toCollection(open(tenantId, embedderId)),
    inspect: (tenantId, embedderId) => toInspection(open(tenantId, embedderId)),
    drop: (tenantId, embedderId) => open(tenantId, embedderId).drop(MS.drop),
    async restart(options) {
      await restart?.(options);
      return restart !== undefined;
    },
    isUp: () =>
      bounded(client.heartbeat(), MS.heartbeat).then(
        () => true,
        () => false,
      ),
  };
}
