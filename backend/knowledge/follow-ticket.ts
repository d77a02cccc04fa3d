import type { MaskedText } from '../ports/engine.ts';
import { OutsideError } from '../ports/errors.ts';
import type { ItemFacts, KnowledgeItem, KnowledgeStore, LeftOut } from '../ports/knowledge.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Vectors } from '../ports/vectors.ts';
import type { ItemReader } from './import-parts.ts';
import { withKnownCategory } from './judge-batch.ts';
import { OVERRULED, removeItems, removeVectors } from './remove-items.ts';

export type FollowParts = {
  store: Pick<
    KnowledgeStore,
    'saveKnowledge' | 'removeKnowledge' | 'readFacts' | 'markEmbedded' | 'readServing' | 'listEmbedders'
  >;
  vectors: Vectors;
  reader: Pick<ItemReader, 'readSolvedTicket'>;
};

/** `folded`: it repeats an item that is there; `kept`: it stays as it is; `unread`: nothing is known of it. */
export type Followed = {
  outcome: 'joined' | 'folded' | 'left' | 'kept' | 'none' | 'forgotten' | 'unread';
  /** Whether something is left for the index to embed. */
  incomplete: boolean;
};

async function leave(
  tenant: Tenant,
  { id, before, reason }: { id: string; before: ItemFacts | undefined; reason: LeftOut },
  parts: FollowParts,
): Promise<Followed> {
  if (before?.gold && OVERRULED.has(reason)) return { outcome: 'kept', incomplete: false };
  const removed = await removeItems(tenant, [id], parts);
  // One of its copies stands in its place now.
  const incomplete = (before?.copies ?? 1) > 1;
  return { outcome: removed > 0 ? 'left' : 'none', incomplete };
}

/** Embeds one item for the collection that answers and for the one that is being made; false when that has to wait. */
async function embedItem(item: KnowledgeItem, tenant: Tenant, { store, vectors }: FollowParts): Promise<boolean> {
  const serving = await store.readServing(tenant.id);
  const embedders = [
    tenant.embedder,
    serving !== null && serving !== tenant.embedder.id ? tenant.findEmbedder(serving) : null,
  ].filter((embedder) => embedder !== null);
  try {
    for (const embedder of embedders) {
      const [embedding] = await embedder.embed([`${item.title}\n${item.question}` as MaskedText]);
      if (!embedding) return false;
      await vectors.forTenant(tenant.id, embedder.id).upsert([{ id: item.id, embedding }]);
      await store.markEmbedded(tenant.id, embedder.id, [item]);
    }
    // It may have been forgotten meanwhile.
    const there = await store.readFacts(tenant.id, [item.id]);
    if (there.length === 0) await removeVectors(tenant, [item.id], { store, vectors });
    return true;
  } catch (error) {
    if (error instanceof OutsideError) return false;
    throw error;
  }
}

/** A ticket that was solved joins the knowledge with its final labels; one that no longer may be in it leaves. Idempotent. */
export async function followTicket(tenant: Tenant, ticketId: string, parts: FollowParts): Promise<Followed> {
  const { store, vectors, reader } = parts;
  const id = `ticket:${ticketId}`;
  const exported = await tenant.helpdesk.fetchExported(ticketId);
  const [before] = await store.readFacts(tenant.id, [id]);
  if (exported === null) return leave(tenant, { id, before, reason: 'not_solved' }, parts);
  if (exported.solved === null)
    return exported.reason === 'unreadable'
      ? { outcome: 'unread', incomplete: false }
      : leave(tenant, { id, before, reason: exported.reason }, parts);
  const read = await reader.readSolvedTicket({
    solved: withKnownCategory(exported.solved, tenant.taxonomy),
    policy: tenant.masking,
  });
  if (read === null) return { outcome: 'unread', incomplete: false };
  if (!read.ok) return leave(tenant, { id, before, reason: read.reason }, parts);
  const saved = await store.saveKnowledge(tenant.id, [{ item: read.item, people: read.people }]);
  await removeVectors(tenant, saved.replaced, { store, vectors });
  const promoted = (before?.copies ?? 1) > 1;
  if (saved.forgotten > 0) return { outcome: 'forgotten', incomplete: promoted };
  if (saved.duplicates > 0) return { outcome: 'folded', incomplete: promoted };
  const embedded = await embedItem(read.item, tenant, parts);
  return { outcome: 'joined', incomplete: promoted || !embedded };
}
