import { createHash } from 'node:crypto';
import type { ChromaClient, Collection as ChromaCollection } from 'chromadb';
import { OutsideError } from '../../../ports/errors.ts';
import { createPause } from './create-pause.ts';
import { bounded } from './to-outside.ts';

/**
 * Wider and longer searched than Chroma's default, which found 96 % of the nearest ten of 20,000 of our vectors; `npm run
 * bench -- recall`. Written to disk often: with it a killed server lost no acknowledged item in our runs.
 */
export const HNSW = {
  space: 'cosine',
  max_neighbors: 32,
  ef_construction: 100,
  ef_search: 200,
  sync_threshold: 100,
} as const;
/** Goes up with every change of what a collection is made with; older ones are taken away. */
const SHAPE = 2;

/** A name that Chroma takes whatever the tenant is called, and that no two tenants or embedders share. */
const nameOf = (tenantId: string, embedderId: string, prefix: string): string =>
  `${prefix}${createHash('sha256')
    .update(JSON.stringify([tenantId, embedderId]))
    .digest('hex')
    .slice(0, 40)}`;

const namesOf = (tenantId: string, embedderId: string): { name: string; older: string[] } => ({
  name: nameOf(tenantId, embedderId, `k${SHAPE}-`),
  older: [nameOf(tenantId, embedderId, 'k-')],
});

/** Nothing happens where there is none. */
const deleteCollection = (client: ChromaClient, name: string, ms: number): Promise<void> =>
  bounded(client.deleteCollection({ name }), ms).catch((error: OutsideError) => {
    if (error.code !== 'not_found') throw error;
  });

export type OpenCollection = {
  /** Uses it where there is one, else gives `without`. */
  use<T>(work: (collection: ChromaCollection) => Promise<T>, without: T, ms: number): Promise<T>;
  /** Uses it, and makes it where there is none. */
  fill(work: (collection: ChromaCollection) => Promise<unknown>, ms: number): Promise<void>;
  /** Takes it away, without opening it. */
  drop(ms: number): Promise<void>;
};

const isGone = (error: unknown): boolean => error instanceof OutsideError && error.code === 'not_found';

/** Finds a collection or makes it, and keeps the handle until it proves to be of no use. */
function createHandle(client: ChromaClient, tenantId: string, embedderId: string) {
  const { name, older } = namesOf(tenantId, embedderId);
  let opened: ChromaCollection | null = null;
  const find = async (ms: number): Promise<ChromaCollection> => {
    opened ??= await bounded(client.getCollection({ name }), ms);
    return opened;
  };
  return {
    /** Once more when what was open was taken away meanwhile. */
    async attempt<T>(work: (collection: ChromaCollection) => Promise<T>, ms: number): Promise<T> {
      const known = opened;
      try {
        return await bounded(work(await find(ms)), ms);
      } catch (error) {
        opened = null;
        if (!isGone(error) || known === null) throw error;
        return bounded(work(await find(ms)), ms);
      }
    },
    async make(ms: number): Promise<ChromaCollection> {
      const metadata = { tenantId, embedderId };
      const shape = { name, metadata, embeddingFunction: null, configuration: { hnsw: HNSW } };
      opened = await bounded(client.getOrCreateCollection(shape), ms);
      for (const each of older) await deleteCollection(client, each, ms);
      return opened;
    },
    async drop(ms: number): Promise<void> {
      opened = null;
      for (const each of [name, ...older]) await deleteCollection(client, each, ms);
    },
  };
}

/** A collection that another process may take away and make again at any time. */
export function openCollection(client: ChromaClient, tenantId: string, embedderId: string): OpenCollection {
  const handle = createHandle(client, tenantId, embedderId);
  const pause = createPause();
  return {
    use: (work, without, ms) =>
      pause.run(() =>
        handle.attempt(work, ms).catch((error) => {
          if (isGone(error)) return without;
          throw error;
        }),
      ),
    fill: (work, ms) =>
      pause.run(async () => {
        await handle.attempt(work, ms).catch(async (error) => {
          if (!isGone(error)) throw error;
          await bounded(work(await handle.make(ms)), ms);
        });
      }),
    async drop(ms) {
      await handle.drop(ms);
      pause.end();
    },
  };
}
