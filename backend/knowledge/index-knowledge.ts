import type { EmbeddingStore } from '../ports/knowledge.ts';
import { type EmbedFor, type EmbedParts, embedKnowledge, findOutgoing } from './embed-knowledge.ts';
import { type Repaired, type RepairParts, repairCollection } from './repair-collection.ts';

/** A query that began before the change of embedders has ended after this long, in every process. */
const GRACE_MS = 60_000;

export type IndexParts = {
  store: EmbedParts['store'] & RepairParts['store'] & Pick<EmbeddingStore, 'findRetired' | 'listEmbedders'>;
} & Pick<RepairParts, 'vectors' | 'backWithinMs'>;

export type Indexed = {
  /** Of the configured embedder's collection. */
  repaired: Repaired['state'];
  embedded: number;
  /** Texts that the embedder does not take. */
  refused: number;
  /** Whether everything that can be embedded is, and the configured embedder serves. */
  whole: boolean;
  /** Whether another embedder's collection is still there, to be dropped later. */
  retiring: boolean;
};

/** Repairs the collection that still serves. What cannot be read there serves nobody: then a part of the new one is better. */
async function repairOutgoing(tenant: EmbedFor, parts: IndexParts): Promise<void> {
  const outgoing = await findOutgoing(tenant, parts);
  if (!outgoing) return;
  const { id: embedderId, dimensions } = outgoing;
  const { state } = await repairCollection({ tenantId: tenant.id, embedderId, dimensions }, parts);
  if (state === 'emptied') await parts.store.saveServing(tenant.id, tenant.embedder.id);
}

/** Drops the collections that nobody asks any more; says whether there are others to be dropped later. */
async function dropRetired(tenant: EmbedFor, { store, vectors }: IndexParts, now: Date): Promise<boolean> {
  const retired = await store.findRetired(tenant.id, new Date(now.getTime() - GRACE_MS));
  for (const embedderId of retired) {
    await vectors.drop(tenant.id, embedderId);
    await store.forgetEmbeddings(tenant.id, embedderId);
  }
  const left = await store.listEmbedders(tenant.id);
  return left.some((embedderId) => embedderId !== tenant.embedder.id);
}

/**
 * Repairs a tenant's collections, embeds what is missing, lets the configured embedder serve once it is whole, and drops
 * what served before. The collection that serves goes on answering all the while. Several processes may do this at once.
 */
export async function indexKnowledge(
  tenant: EmbedFor,
  parts: IndexParts,
  { now = new Date(), onBatch, signal }: { now?: Date; onBatch?: (count: number) => void; signal?: AbortSignal } = {},
): Promise<Indexed> {
  const { id: embedderId, dimensions } = tenant.embedder;
  await repairOutgoing(tenant, parts);
  const { state } = await repairCollection({ tenantId: tenant.id, embedderId, dimensions }, parts);
  const { embedded, refused, serves } = await embedKnowledge(tenant, parts, onBatch, signal);
  const whole = serves && !signal?.aborted;
  const retiring = whole && (await dropRetired(tenant, parts, now));
  return { repaired: state, embedded, refused, whole, retiring };
}
