import { OutsideError, type OutsideErrorCode } from '../ports/errors.ts';
import type { EmbeddingStore, ItemStore } from '../ports/knowledge.ts';
import type { RepairableVectors } from '../ports/vectors.ts';
import { probeCollection } from './probe-collection.ts';

const PAGE = 250;

export type RepairParts = {
  store: Pick<EmbeddingStore, 'countEmbedded' | 'findEmbedded' | 'unmarkEmbedded' | 'forgetEmbeddings'> &
    Pick<ItemStore, 'readFacts'>;
  vectors: RepairableVectors;
  /** How long a server that went down under a question is waited for. */
  backWithinMs?: number;
};

/** `emptied`: it could not be read, or was not there, and is to be filled anew. `mended`: it differed from the store. */
export type Repaired = { state: 'whole' | 'mended' | 'emptied'; missing: number; orphans: number };

type Place = { tenantId: string; embedderId: string; dimensions: number };

/** What a server says whose own files are damaged, or that hangs on a damaged collection. */
const BROKEN: ReadonlySet<OutsideErrorCode> = new Set(['server_error', 'timeout', 'unreachable']);

/** Takes away what cannot be read. A server of ours that does not manage that is started again, and at last begins anew. */
async function empty({ tenantId, embedderId }: Place, { store, vectors }: RepairParts): Promise<void> {
  const drop = () => vectors.drop(tenantId, embedderId);
  const unlessBroken = async (error: unknown, afresh: boolean): Promise<void> => {
    const broken = error instanceof OutsideError && BROKEN.has(error.code);
    if (!broken || !(await vectors.restart({ afresh }))) throw error;
  };
  await drop().catch(async (error) => {
    await unlessBroken(error, false);
    await drop().catch((again) => unlessBroken(again, true));
  });
  await store.forgetEmbeddings(tenantId, embedderId);
}

/** Vectors that belong to no item any more are removed. */
async function removeOrphans({ tenantId, embedderId }: Place, { store, vectors }: RepairParts): Promise<number> {
  const inspection = vectors.inspect(tenantId, embedderId);
  const orphans: string[] = [];
  let ids = await inspection.list(0, PAGE);
  for (let offset = PAGE; ids.length > 0; offset += PAGE) {
    const facts = await store.readFacts(tenantId, ids);
    const known = new Set(facts.map(({ id }) => id));
    orphans.push(...ids.filter((id) => !known.has(id)));
    ids = await inspection.list(offset, PAGE);
  }
  if (orphans.length === 0) return 0;
  await vectors.forTenant(tenantId, embedderId).remove(orphans);
  await store.unmarkEmbedded(tenantId, embedderId, orphans);
  return orphans.length;
}

/** Items whose vectors are not there are to be embedded again. */
async function unmarkMissing({ tenantId, embedderId }: Place, { store, vectors }: RepairParts): Promise<number> {
  const inspection = vectors.inspect(tenantId, embedderId);
  let missing = 0;
  for (let after = ''; ; ) {
    const ids = await store.findEmbedded(tenantId, embedderId, { after, limit: PAGE });
    const last = ids.at(-1);
    if (last === undefined) return missing;
    const present = new Set(await inspection.findPresent(ids));
    const absent = ids.filter((id) => !present.has(id));
    if (absent.length > 0) await store.unmarkEmbedded(tenantId, embedderId, absent);
    missing += absent.length;
    after = last;
  }
}

/**
 * Makes the store's marks and a collection agree, the store being the truth: what is missing is unmarked, so that it is
 * embedded again, and what is too much is removed. What can be read stays in service meanwhile. Throws OutsideError when
 * the server is down.
 */
export async function repairCollection(place: Place, parts: RepairParts): Promise<Repaired> {
  const { store, vectors } = parts;
  const { tenantId, embedderId } = place;
  if (!(await probeCollection(place, vectors, parts.backWithinMs))) {
    await empty(place, parts);
    return { state: 'emptied', missing: 0, orphans: 0 };
  }
  const present = await vectors.forTenant(tenantId, embedderId).count();
  const { marked } = await store.countEmbedded(tenantId, embedderId);
  if (present === marked) return { state: 'whole', missing: 0, orphans: 0 };
  if (present === 0) {
    await store.forgetEmbeddings(tenantId, embedderId);
    return { state: 'emptied', missing: marked, orphans: 0 };
  }
  const orphans = await removeOrphans(place, parts);
  const missing = await unmarkMissing(place, parts);
  return { state: missing + orphans > 0 ? 'mended' : 'whole', missing, orphans };
}
