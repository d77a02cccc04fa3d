import { OutsideError } from '../ports/errors.ts';
import { type EmbedFor, type EmbedParts, embedItems, embedKnowledge } from './embed-knowledge.ts';

/** Batches that are embedded while the next ones are stored. */
const AT_ONCE = 2;

/**
 * Embeds what an import has stored while the import goes on, a few batches at a time. Vectors that cannot be reached stop
 * no import: what is missing then is embedded by the index job.
 */
export function embedMeanwhile(tenant: EmbedFor, parts: EmbedParts, onBatch: (count: number) => void) {
  const embedding: Promise<void>[] = [];
  let down = false;

  const embed = async (ids: string[]): Promise<void> => {
    try {
      const { embedded } = await embedItems(tenant, ids, parts);
      if (embedded > 0) onBatch(embedded);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      down = true;
    }
  };
  return {
    /** Begins with these items; waits first for the older batches, so that nothing piles up. */
    async stored(ids: string[]): Promise<void> {
      if (down || ids.length === 0) return;
      while (embedding.length >= AT_ONCE) await embedding.shift();
      const begun = embed(ids);
      // Its fault is told when it is waited for.
      begun.catch(() => {});
      embedding.push(begun);
    },
    /** Waits for what was begun, so that nothing goes on behind an import that has ended. */
    async settle(): Promise<void> {
      await Promise.allSettled(embedding);
    },
    /** Embeds whatever is still missing; false when the vectors were out of reach. */
    async finish(signal?: AbortSignal): Promise<boolean> {
      await Promise.all(embedding);
      try {
        await embedKnowledge(tenant, parts, onBatch, signal);
        return true;
      } catch (error) {
        if (error instanceof OutsideError) return false;
        throw error;
      }
    },
  };
}
