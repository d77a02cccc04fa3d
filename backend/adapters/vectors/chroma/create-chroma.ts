import { createHash } from 'node:crypto';
import { ChromaClient, type ChromaClientArgs, type Collection as ChromaCollection } from 'chromadb';
import { OutsideError } from '../../../ports/errors.ts';
import type { Collection, Vectors } from '../../../ports/vectors.ts';

const TIMEOUT_MS = 10_000;
const HEARTBEAT_MS = 1_500;
/** Written to disk this often: with it a killed server lost no acknowledged item in our runs; the default keeps 1,000 in a log. */
const SYNC_THRESHOLD = 100;
const BATCH = 500;

const bounded = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new OutsideError('chroma', 'timeout', `no answer in ${ms} ms`)), ms);
  try {
    return await Promise.race([work, late.promise]);
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    throw new OutsideError('chroma', 'unreachable', error instanceof Error ? error.name : 'failed');
  } finally {
    clearTimeout(timer);
  }
};

/** A name that Chroma takes whatever the tenant is called, and that no two tenants or embedders share. */
const collectionName = (tenantId: string, embedderId: string): string =>
  `k-${createHash('sha256')
    .update(JSON.stringify([tenantId, embedderId]))
    .digest('hex')
    .slice(0, 40)}`;

function openCollection(client: ChromaClient, tenantId: string, embedderId: string): Collection {
  let opened: Promise<ChromaCollection> | null = null;
  const open = (): Promise<ChromaCollection> => {
    opened ??= client.getOrCreateCollection({
      name: collectionName(tenantId, embedderId),
      metadata: { tenantId, embedderId },
      embeddingFunction: null,
      configuration: { hnsw: { space: 'cosine', sync_threshold: SYNC_THRESHOLD } },
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  const run = <T>(use: (collection: ChromaCollection) => Promise<T>): Promise<T> =>
    bounded(
      open()
        .then(use)
        .catch((error) => {
          opened = null;
          throw error;
        }),
      TIMEOUT_MS,
    );

  return {
    async upsert(vectors) {
      for (let start = 0; start < vectors.length; start += BATCH) {
        const batch = vectors.slice(start, start + BATCH);
        const record = { ids: batch.map(({ id }) => id), embeddings: batch.map(({ embedding }) => embedding) };
        await run((collection) => collection.upsert(record));
      }
    },
    async nearest(embedding, count) {
      const { rows } = await run(async (collection) => {
        const found = await collection.query({
          queryEmbeddings: [embedding],
          nResults: count,
          include: ['distances'],
        });
        return { rows: found.rows()[0] ?? [] };
      });
      return rows.map(({ id, distance }) => ({ id, similarity: Math.max(0, Math.min(1, 1 - (distance ?? 1))) }));
    },
    count: () => run((collection) => collection.count()),
  };
}

/** Chroma, local or served. Vectors hold ids alone: the texts stay in the relational store. */
export function createChroma(where: Pick<ChromaClientArgs, 'host' | 'port' | 'ssl' | 'headers'>): Vectors {
  const client = new ChromaClient(where);
  const collections = new Map<string, Collection>();
  return {
    forTenant(tenantId, embedderId) {
      const name = collectionName(tenantId, embedderId);
      const known = collections.get(name) ?? openCollection(client, tenantId, embedderId);
      collections.set(name, known);
      return known;
    },
    isUp: () =>
      bounded(client.heartbeat(), HEARTBEAT_MS).then(
        () => true,
        () => false,
      ),
  };
}
