import type { Embedder } from '../ports/embedder.ts';
import { OutsideError } from '../ports/errors.ts';
import type { EmbeddingStore } from '../ports/knowledge.ts';
import type { Tenant } from '../ports/tenant.ts';
import { type Filled, type FillOptions, type FillParts, fillCollection } from './fill-collection.ts';

export type EmbedFor = Pick<Tenant, 'id' | 'embedder' | 'findEmbedder'>;
export type EmbedParts = FillParts & {
  store: FillParts['store'] & Pick<EmbeddingStore, 'readServing' | 'saveServing'>;
};

/** The embedder whose collection answers until the configured one is ready; null when that is the configured one, or cannot be had. */
export async function findOutgoing(tenant: EmbedFor, { store }: Pick<EmbedParts, 'store'>): Promise<Embedder | null> {
  const serving = await store.readServing(tenant.id);
  return serving === null || serving === tenant.embedder.id ? null : tenant.findEmbedder(serving);
}

/** Embeds for the configured embedder and, while another one still serves, for that one too: it has to know what is new. */
async function fillBoth(tenant: EmbedFor, parts: EmbedParts, options: FillOptions): Promise<Filled> {
  const { ids, signal } = options;
  const outgoing = await findOutgoing(tenant, parts);
  if (outgoing)
    await fillCollection(tenant.id, outgoing, parts, { ids, signal }).catch((error) => {
      // What is on its way out must not keep back what is to come.
      if (!(error instanceof OutsideError)) throw error;
    });
  return fillCollection(tenant.id, tenant.embedder, parts, options);
}

/** Lets the configured embedder serve once it has embedded all that it takes; says whether it does. */
async function serveWhenWhole(tenant: EmbedFor, refused: number, { store }: EmbedParts): Promise<boolean> {
  const { id, embedder } = tenant;
  if ((await store.readServing(id)) === embedder.id) return true;
  const missing = await store.findUnembedded(id, embedder.id, { after: '', limit: refused + 1 });
  if (missing.length > refused) return false;
  await store.saveServing(id, embedder.id);
  return true;
}

/**
 * Embeds whatever is not embedded in its present form and, when nothing is missing any more, lets the configured
 * embedder serve. Texts that it refuses are left out and counted. May be stopped, run again and run twice at any time.
 */
export async function embedKnowledge(
  tenant: EmbedFor,
  parts: EmbedParts,
  onBatch: (count: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Filled & { serves: boolean }> {
  const filled = await fillBoth(tenant, parts, { onBatch, signal });
  return { ...filled, serves: await serveWhenWhole(tenant, filled.refused, parts) };
}

/** Embeds these items alone, without looking through all the others. */
export const embedItems = (tenant: EmbedFor, ids: string[], parts: EmbedParts): Promise<Filled> =>
  fillBoth(tenant, parts, { ids });
