import type { ErasureStore } from '../ports/erasure.ts';
import { OutsideError } from '../ports/errors.ts';
import type { EmbeddingStore } from '../ports/knowledge.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Vectors } from '../ports/vectors.ts';

/** So that no transaction holds much for long. */
const BATCH = 500;
const WAITING = 1_000;

export type RetainParts = {
  store: Pick<ErasureStore, 'eraseExpired' | 'listErasures'> & Pick<EmbeddingStore, 'listEmbedders'>;
  vectors: Pick<Vectors, 'forTenant' | 'isUp'>;
  queue: Pick<Queue, 'enqueue'>;
};

/** An erasure whose job has died goes on. */
async function resumeErasures(tenantId: string, { store, queue }: RetainParts): Promise<void> {
  for (const { id, state } of await store.listErasures(tenantId, WAITING)) {
    const payload = { tenantId, erasureId: id };
    if (state === 'waiting') await queue.enqueue('forget', payload, keyOf(payload));
  }
}

/** Vectors whose items are gone are found by nobody; when they cannot be removed now, the index is put right later. */
async function removeVectors(tenantId: string, ids: string[], embedderIds: string[], parts: RetainParts) {
  const payload = { tenantId };
  try {
    for (const id of embedderIds) await parts.vectors.forTenant(tenantId, id).remove(ids);
  } finally {
    // Also embeds the copies that stand for themselves now.
    await parts.queue.enqueue('index-knowledge', payload, keyOf(payload));
  }
}

/**
 * Erases what is older than the tenant keeps it. Throws OutsideError, to be run again, when the vectors could not be reached:
 * the knowledge waits for them, all else does not.
 */
export async function retain({ id, retention }: Pick<Tenant, 'id' | 'retention'>, parts: RetainParts): Promise<string> {
  await resumeErasures(id, parts);
  let [erasedAny, more] = [false, true];
  const isUp = retention.knowledge === null || (await parts.vectors.isUp());
  const kept = isUp ? retention : { ...retention, knowledge: null };
  const embedderIds = await parts.store.listEmbedders(id);
  while (more) {
    const batch = await parts.store.eraseExpired(id, kept, BATCH);
    const { triages, feedback, knowledgeItems } = batch.erased;
    erasedAny ||= triages + feedback + knowledgeItems > 0;
    if (batch.knowledgeIds.length > 0) await removeVectors(id, batch.knowledgeIds, embedderIds, parts);
    more = batch.more;
  }
  if (!isUp) throw new OutsideError('chroma', 'unreachable', 'the knowledge is kept until its vectors can go too');
  return erasedAny ? 'erased' : 'nothing';
}
