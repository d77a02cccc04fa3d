import {
  createBuiltinEngine,
  loadShippedModel,
  type Model,
  unpackModel,
} from './adapters/engine/builtin/create-builtin-engine.ts';
import type { Engine } from './ports/engine.ts';
import type { LearnedStore } from './ports/store.ts';
import { categoriesOf, type Taxonomy } from './ports/taxonomy.ts';
import type { Trainer } from './ports/trainer.ts';

export type ModelHolder = {
  engine: Engine;
  /** Takes over the model that was trained last, whichever process did. True when it was another one. */
  refresh(): Promise<boolean>;
};

const covers = ({ category }: Model, taxonomy: Taxonomy): boolean =>
  categoriesOf(taxonomy).every((name) => category?.labels.includes(name));

/** A tenant's builtin engine and the model it runs on: the tenant's own, else the shipped one, else one trained now for categories that do not ship. */
export async function createModelHolder({
  tenantId,
  taxonomy,
  store,
  trainer,
}: {
  tenantId: string;
  taxonomy: Taxonomy;
  store: Pick<LearnedStore, 'readModel'>;
  trainer: Trainer;
}): Promise<ModelHolder> {
  let model = loadShippedModel();
  const refresh = async (): Promise<boolean> => {
    const own = await store.readModel(tenantId, model.version);
    const candidate = own && unpackModel(own.bytes);
    if (!candidate || !covers(candidate, taxonomy)) return false;
    model = candidate;
    return true;
  };
  if (!(await refresh()) && !covers(model, taxonomy))
    model = unpackModel((await trainer.train([], taxonomy)).model.bytes);
  return { engine: createBuiltinEngine({ readModel: () => model }), refresh };
}
