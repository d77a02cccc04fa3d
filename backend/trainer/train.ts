import {
  createBuiltinEngine,
  type LabelledTicket,
  loadExamples,
  loadShippedModel,
  type Model,
  packModel,
  trainingSet,
  trainModel,
} from '../adapters/engine/builtin/create-builtin-engine.ts';
import type { LearnedTicket } from '../ports/store.ts';
import { categoriesOf, type Taxonomy } from '../ports/taxonomy.ts';
import type { Trained } from '../ports/trainer.ts';

export type TrainTask = { tickets: readonly LearnedTicket[]; taxonomy: Taxonomy };

const FOLDS = 3;

const toLabelled = ({ subject, text, category, urgency, sentiment }: LearnedTicket): LabelledTicket => ({
  subject,
  text,
  category: category ?? undefined,
  urgency: urgency ?? undefined,
  sentiment: sentiment ?? undefined,
});

/** How many of the tickets' categories the model finds. */
async function countRight(model: Model, tickets: readonly LearnedTicket[], taxonomy: Taxonomy): Promise<number> {
  const engine = createBuiltinEngine({ model });
  const { signal } = new AbortController();
  let right = 0;
  for (const { subject, text, language, category } of tickets) {
    const answer = await engine.classify({ subject, text, language, taxonomy, examples: [] }, signal);
    if (answer.ok && answer.value.category[0]?.value === category) right += 1;
  }
  return right;
}

const shipsAll = (taxonomy: Taxonomy, { category }: Model): boolean =>
  categoriesOf(taxonomy).every((name) => category?.labels.includes(name));

/** Trains on all of a tenant's tickets beside those that ship, and replays each third of them on a model of the other two. */
export async function train(
  { tickets, taxonomy }: TrainTask,
  examples: readonly LabelledTicket[] = loadExamples(),
  shipped: Model = loadShippedModel(),
): Promise<Trained> {
  const trainOn = (some: readonly LearnedTicket[]): Model =>
    trainModel(trainingSet({ taxonomy, examples, tenantTickets: some.map(toLabelled) }));
  const without = shipsAll(taxonomy, shipped) ? shipped : trainOn([]);
  const judged = tickets.filter(({ category }) => category !== null);
  const replay = { before: await countRight(without, judged, taxonomy), after: 0 };
  for (let fold = 0; fold < FOLDS && judged.length >= FOLDS; fold += 1) {
    const unseen = judged.filter((_, at) => at % FOLDS === fold);
    const seen = tickets.filter((ticket) => !unseen.includes(ticket));
    replay.after += await countRight(trainOn(seen), unseen, taxonomy);
  }
  const model = tickets.length > 0 ? trainOn(tickets) : without;
  const share = (count: number): number => (judged.length === 0 ? 0 : count / judged.length);
  return {
    model: { version: model.version, bytes: packModel(model) },
    replay: { tickets: judged.length, before: share(replay.before), after: share(replay.after) },
  };
}
