import { loadShippedModel } from './adapters/engine/builtin/create-builtin-engine.ts';
import type { Taxonomy } from './contract/categories.ts';
import { createModelHolder, type ModelHolder } from './model-holder.ts';
import { actFor } from './ports/acting-for.ts';
import type { LearnedStore } from './ports/store.ts';
import type { Trainer } from './ports/trainer.ts';

type HoldersParts = {
  store: Pick<LearnedStore, 'readModel' | 'readModelVersion' | 'saveModel' | 'readLearnedTickets'>;
  trainer: Pick<Trainer, 'train'>;
  onError: (error: Error) => void;
  /** An account that has left is let go: what is trained for it would be stored under its name. Absent: all stay. */
  isServed?: (tenantId: string) => Promise<boolean>;
};

export type ModelHolders = {
  /** The tenant's, for these definitions from now on. */
  of(tenantId: string, taxonomy: Taxonomy): Promise<ModelHolder>;
  /** Takes over what other processes have trained. */
  refresh(): Promise<void>;
};

/** A builtin engine for each tenant that is served, all on one copy of the model that ships. */
export function createModelHolders({ isServed = async () => true, ...parts }: HoldersParts): ModelHolders {
  const shipped = loadShippedModel();
  const holders = new Map<string, Promise<ModelHolder>>();
  return {
    async of(tenantId, taxonomy) {
      const known = holders.get(tenantId);
      if (known) {
        const holder = await known;
        holder.use(taxonomy);
        return holder;
      }
      const making = createModelHolder({ ...parts, tenantId, taxonomy, shipped });
      holders.set(tenantId, making);
      making.catch(() => holders.delete(tenantId));
      return making;
    },
    async refresh() {
      for (const [tenantId, making] of holders) {
        const refreshed = async () => {
          if (await isServed(tenantId)) await actFor(tenantId, (await making).refresh);
          else holders.delete(tenantId);
        };
        await refreshed().catch(parts.onError);
      }
    },
  };
}
