import { createBuiltinEngine, type Model, unpackModel } from './adapters/engine/builtin/create-builtin-engine.ts';
import { categoriesOf, type Taxonomy } from './contract/categories.ts';
import type { Engine } from './ports/engine.ts';
import type { LearnedStore, LearnedTicket } from './ports/store.ts';
import type { ModelInForce, Trainer } from './ports/trainer.ts';

export type ModelHolder = ModelInForce & {
  engine: Engine;
  /** Goes on with other definitions: the model is trained for categories that it lacks, and until then serves without them. */
  use(taxonomy: Taxonomy): void;
};

/** As many as a start can wait for. */
const TICKETS_AT_START = 2_000;

const covers = ({ category }: Model, taxonomy: Taxonomy): boolean =>
  categoriesOf(taxonomy).every((name) => category?.labels.includes(name));

type HolderParts = {
  tenantId: string;
  taxonomy: Taxonomy;
  store: Pick<LearnedStore, 'readModel' | 'readModelVersion' | 'saveModel' | 'readLearnedTickets'>;
  trainer: Pick<Trainer, 'train'>;
  onError: (error: Error) => void;
  shipped: Model;
};

/** A tenant's builtin engine and the model it runs on: the tenant's own, else the shipped one, else one trained now for categories that do not ship. */
export async function createModelHolder(parts: HolderParts): Promise<ModelHolder> {
  const { tenantId, store, trainer, onError, shipped } = parts;
  let { taxonomy } = parts;
  let model = shipped;
  /** The version of the stored model that was looked at last; null: there was none. */
  let looked: string | null = null;
  const trainNow = async (tickets: LearnedTicket[]): Promise<void> => {
    const trained = await trainer.train(tickets, taxonomy);
    await store.saveModel(tenantId, trained);
    [model, looked] = [unpackModel(trained.bytes), trained.version];
  };
  const refresh = async (): Promise<boolean> => {
    const [before, stored] = [model.version, await store.readModelVersion(tenantId)];
    if (stored === looked) return false;
    const own = stored === null ? null : await store.readModel(tenantId);
    looked = stored;
    const candidate = own ? unpackModel(own.bytes) : shipped;
    // One that another process trained for other categories is not for this one.
    if (!own || covers(candidate, taxonomy)) model = candidate;
    if (!own && !covers(shipped, taxonomy)) await trainNow([]);
    return model.version !== before;
  };
  // Who cannot train goes on with the shipped model, which knows no category of the tenant's own.
  const cover = async (): Promise<void> => {
    if (!covers(model, taxonomy))
      await store
        .readLearnedTickets(tenantId, { correctedOnly: false, limit: TICKETS_AT_START })
        .then(trainNow)
        .catch(onError);
  };
  await refresh();
  await cover();
  return {
    engine: createBuiltinEngine({ readModel: () => model }),
    version: () => model.version,
    refresh,
    use: (next) => {
      if (next.version === taxonomy.version) return;
      taxonomy = next;
      cover();
    },
  };
}
