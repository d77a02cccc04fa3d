import {
  type LabelledTicket,
  loadExamples,
  loadShippedModel,
  type Model,
  trainingSet,
  trainModel,
} from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { askAll } from './ask-all.ts';
import { builtinOn, type Head, type Yardstick } from './judge.ts';
import type { LabelledRow } from './labelled-rows.ts';
import { createRandom, shuffle } from './random.ts';

export type CurvePoint = { n: number; accuracy: number };

const FIRST_STEPS = [0, 10, 25, 50, 100];

/** 0, 10, 25, 50, 100, 200, 400 … and last `most` itself. */
export function stepsUpTo(most: number): number[] {
  const steps = [...FIRST_STEPS];
  for (let next = 200; next < most; next *= 2) steps.push(next);
  return [...steps.filter((step) => step < most), most];
}

/** Replays rows as a tenant's corrections, on top of what the product knows without any. The last model is that after `most`. */
export async function replayCorrections(input: {
  yardstick: Yardstick;
  head: Head;
  /** Whether the shipped tickets have these labels too, so that learning goes on from there. */
  shipped: boolean;
  train: readonly LabelledRow[];
  test: LabelledRow[];
  most: number;
  seed: number;
}): Promise<{ curve: CurvePoint[]; model: Model }> {
  const { yardstick, test, train, seed } = input;
  const order = shuffle(train, createRandom(seed));
  const curve: CurvePoint[] = [];
  let model: Model | null = null;
  for (const n of stepsUpTo(Math.min(input.most, train.length))) {
    model = modelAfter(input, order.slice(0, n));
    const judge = { ...yardstick, engine: builtinOn(model) };
    const { judged } = await askAll(`after ${n} corrections`, judge, test);
    const right = judged.filter(({ row, raw }) => raw && yardstick.read(raw)[0]?.value === row.label).length;
    curve.push({ n, accuracy: right / test.length });
  }
  return { curve, model: model ?? modelAfter(input, []) };
}

function modelAfter(
  { yardstick, head, shipped }: { yardstick: Yardstick; head: Head; shipped: boolean },
  rows: readonly LabelledRow[],
): Model {
  if (shipped && rows.length === 0) return loadShippedModel();
  const examples = shipped ? loadExamples() : [];
  const { taxonomy, toTicket } = yardstick;
  const tickets = trainingSet({ taxonomy, examples, tenantTickets: rows.map(toTicket) });
  return trainModel(tickets.flatMap((ticket) => onlyFor(head, ticket)));
}

/** The other heads would be trained for nothing. */
function onlyFor(head: Head, { subject, text, weight, secondary, ...labels }: LabelledTicket): LabelledTicket[] {
  const label = labels[head];
  if (label === undefined) return [];
  return [{ subject, text, weight, [head]: label, ...(head === 'category' && { secondary }) }];
}
