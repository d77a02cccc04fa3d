import type { Taxonomy } from '../contract/categories.ts';
import type { Learned } from '../ports/learned.ts';
import type { LearnedStore } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { ModelInForce, Trainer } from '../ports/trainer.ts';
import { isBetter, isWorse } from './is-better.ts';
import { learnTrust } from './trust/learn-trust.ts';

const TICKETS = 5_000;
/** So many new tickets are worth a training, which takes minutes of computing: a tenth of those it knows, and 20 at least. */
const enoughNew = (trainedOn: number): number => Math.max(20, trainedOn / 10);

export type Learning = 'trust' | 'model' | 'model_kept';

export type LearnFrom = { store: LearnedStore; trainer: Trainer; models: ModelInForce };
type Learner = Pick<Tenant, 'id' | 'taxonomy'>;

const isForOther = ({ trainedFor }: Learned, { version }: Taxonomy): boolean =>
  trainedFor !== null && trainedFor !== version;

/** Draws what there is to learn from a tenant's decisions: calibrations and thresholds always, a model where a replay shows that it helps. */
export async function learn(tenant: Learner, parts: LearnFrom): Promise<Learning> {
  const { store } = parts;
  const before = await fitTrust(tenant.id, parts);
  const tickets = await store.countLearnedTickets(tenant.id);
  const due = tickets - before.trainedOn >= enoughNew(before.trainedOn) || isForOther(before, tenant.taxonomy);
  if (!due) return 'trust';
  // Noted first: a training that fails, or that takes the process with it, is not begun again for the same tickets.
  const attempt = { trainedOn: tickets, trainedFor: tenant.taxonomy.version };
  const training = await store.beginTraining(tenant.id, attempt);
  if (training === null) return 'trust';
  if (!(await trainModel(tenant, parts, { training, before }))) return 'model_kept';
  await fitTrust(tenant.id, parts);
  return 'model';
}

/** Fits what the evidence says of the engines, the builtin one on the model that is in force now. */
async function fitTrust(tenantId: string, { store, models }: LearnFrom): Promise<Learned> {
  await models.refresh();
  const builtinModel = models.version();
  return store.changeLearned(tenantId, builtinModel, ({ dials }, evidence) => ({
    ...learnTrust(evidence, dials),
    builtinModel,
  }));
}

/** Whether the training gave a model that was taken over. One for other definitions has only to be no worse. */
async function trainModel(
  { id, taxonomy }: Learner,
  { store, trainer }: LearnFrom,
  { training, before }: { training: string; before: Learned },
): Promise<boolean> {
  let trained: Parameters<LearnedStore['endTraining']>[2] = null;
  let ended = false;
  try {
    const newest = await store.readLearnedTickets(id, { correctedOnly: false, limit: TICKETS });
    const { model, comparison, votes } = await trainer.rehearse(newest, taxonomy, await store.readModel(id));
    const helps = isForOther(before, taxonomy) ? !isWorse(comparison) : isBetter(comparison);
    if (helps) trained = { model, votes };
  } finally {
    ended = await store.endTraining(id, training, trained);
  }
  return ended && trained !== null;
}
