import {
  createBuiltinEngine,
  type LabelledTicket,
  loadExamples,
  loadShippedModel,
  type Model,
  packModel,
  trainingSet,
  trainModel,
  unpackModel,
} from '../adapters/engine/builtin/create-builtin-engine.ts';
import { categoriesOf, type Taxonomy } from '../contract/categories.ts';
import type { JudgedField } from '../contract/triage.ts';
import type { Score } from '../ports/engine.ts';
import type { LearnedTicket, ReplayedVote, TenantModel } from '../ports/store.ts';
import type { Comparison, Rehearsed } from '../ports/trainer.ts';

export type TrainTask = { tickets: readonly LearnedTicket[]; taxonomy: Taxonomy };
export type RehearseTask = TrainTask & { own: TenantModel | null };

/** The more, the less a model of a replay lacks, and the longer it takes. */
const FOLDS = 5;
const FIELDS = ['category', 'urgency', 'sentiment'] as const satisfies readonly JudgedField[];

/** What ships; a test takes a part of it, so that a training takes no time. */
type Shipped = { examples: readonly LabelledTicket[]; model: Model };
const loadShipped = (): Shipped => ({ examples: loadExamples(), model: loadShippedModel() });

const toLabelled = ({ subject, text, category, urgency, sentiment }: LearnedTicket): LabelledTicket => ({
  subject,
  text,
  category: category ?? undefined,
  urgency: urgency ?? undefined,
  sentiment: sentiment ?? undefined,
});

/** A category that the taxonomy does not have any more is nothing to learn or to be judged by. */
const withoutGone = (tickets: readonly LearnedTicket[], { categories }: Taxonomy): LearnedTicket[] =>
  tickets.map((ticket) => ({
    ...ticket,
    category: ticket.category !== null && Object.hasOwn(categories, ticket.category) ? ticket.category : null,
  }));

const trainOn = (tickets: readonly LearnedTicket[], taxonomy: Taxonomy, { examples }: Shipped): Model =>
  trainModel(trainingSet({ taxonomy, examples, tenantTickets: tickets.map(toLabelled) }));

const toTenantModel = (model: Model, tickets: readonly LearnedTicket[]): TenantModel => ({
  version: model.version,
  bytes: packModel(model),
  seen: tickets.map(({ ticketId }) => ticketId),
});

/** Trains on all of a tenant's tickets beside those that ship. */
export function train({ tickets, taxonomy }: TrainTask, shipped: Shipped = loadShipped()): TenantModel {
  return toTenantModel(trainOn(withoutGone(tickets, taxonomy), taxonomy, shipped), tickets);
}

type Answers = Record<JudgedField, Score>;

async function ask(model: Model, tickets: readonly LearnedTicket[], taxonomy: Taxonomy) {
  const engine = createBuiltinEngine({ model });
  const { signal } = new AbortController();
  const answers = new Map<string, Answers>();
  for (const { ticketId, subject, text, language } of tickets) {
    const answer = await engine.classify({ subject, text, language, taxonomy, examples: [] }, signal);
    const [category, urgency, sentiment] = answer.ok
      ? [answer.value.category[0], answer.value.urgency[0], answer.value.sentiment[0]]
      : [];
    if (category && urgency && sentiment) answers.set(ticketId, { category, urgency, sentiment });
  }
  return answers;
}

/** The model in force and the tickets that it has seen. */
function rivalOf({ own, taxonomy }: RehearseTask, shipped: Shipped): { model: Model; seen: ReadonlySet<string> } {
  const covers = ({ category }: Model) => categoriesOf(taxonomy).every((name) => category?.labels.includes(name));
  const ownModel = own && unpackModel(own.bytes);
  if (own && ownModel && covers(ownModel)) return { model: ownModel, seen: new Set(own.seen) };
  return { model: covers(shipped.model) ? shipped.model : trainOn([], taxonomy, shipped), seen: new Set() };
}

const nothingCompared = (): Comparison => ({
  category: { gained: 0, lost: 0 },
  urgency: { gained: 0, lost: 0 },
  sentiment: { gained: 0, lost: 0 },
});

/** Trains on all tickets, and replays each fifth of them on a model of the other four. */
export async function rehearse(task: RehearseTask, shipped: Shipped = loadShipped()): Promise<Rehearsed> {
  const { taxonomy } = task;
  const tickets = withoutGone(task.tickets, taxonomy);
  const rival = rivalOf(task, shipped);
  const comparison = nothingCompared();
  const votes: Rehearsed['votes'] = [];
  for (let fold = 0; fold < Math.min(FOLDS, tickets.length); fold += 1) {
    const unseen = tickets.filter((_, at) => at % FOLDS === fold);
    const others = tickets.filter((_, at) => at % FOLDS !== fold);
    const answers = await ask(trainOn(others, taxonomy, shipped), unseen, taxonomy);
    const unseenByBoth = unseen.filter(({ ticketId }) => !rival.seen.has(ticketId));
    const rivals = await ask(rival.model, unseenByBoth, taxonomy);
    for (const ticket of unseen) {
      const own = judge(ticket, answers.get(ticket.ticketId));
      votes.push(...own);
      compare(own, judge(ticket, rivals.get(ticket.ticketId)), comparison);
    }
  }
  return { model: train(task, shipped), comparison, votes };
}

const judge = (ticket: LearnedTicket, answers: Answers | undefined): ReplayedVote[] =>
  FIELDS.flatMap((field) => {
    if (!answers || ticket[field] === null) return [];
    const { value, probability } = answers[field];
    return [
      { ticketId: ticket.ticketId, field, language: ticket.language, raw: probability, right: value === ticket[field] },
    ];
  });

function compare(own: readonly ReplayedVote[], rivals: readonly ReplayedVote[], comparison: Comparison): void {
  for (const rival of rivals) {
    const right = own.find(({ field }) => field === rival.field)?.right ?? false;
    if (right && !rival.right) comparison[rival.field].gained += 1;
    if (!right && rival.right) comparison[rival.field].lost += 1;
  }
}
