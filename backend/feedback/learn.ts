import type { LearnedStore } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Trainer } from '../ports/trainer.ts';
import { learnTrust } from './trust/learn-trust.ts';

const VOTES = 20_000;
const TICKETS = 5_000;
/** So many new tickets are worth a training, which takes a minute of computing: a tenth of those it knows, and 20 at least. */
const enoughNew = (trainedOn: number): number => Math.max(20, trainedOn / 10);

export type Learning = 'trust' | 'model' | 'model_kept';

/** Draws what there is to learn from a tenant's decisions: calibrations and thresholds always, a model where a replay shows that it helps. */
export async function learn(
  tenant: Pick<Tenant, 'id' | 'taxonomy'>,
  { store, trainer }: { store: LearnedStore; trainer: Trainer },
): Promise<Learning> {
  const { dials, trainedOn } = await store.readLearned(tenant.id);
  const votes = await store.readVotes(tenant.id, VOTES);
  await store.saveLearned(tenant.id, learnTrust(votes, dials));
  const tickets = await store.countLearnedTickets(tenant.id);
  if (tickets - trainedOn < enoughNew(trainedOn)) return 'trust';
  const newest = await store.readLearnedTickets(tenant.id, { correctedOnly: false, limit: TICKETS });
  const { model, replay } = await trainer.train(newest, tenant.taxonomy);
  const helps = replay.after > replay.before;
  if (helps) await store.saveModel(tenant.id, model);
  await store.saveLearned(tenant.id, { trainedOn: tickets });
  return helps ? 'model' : 'model_kept';
}
