import { trainModel } from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { measureBaselines } from './baselines.ts';
import { measureSignals } from './escalation.ts';
import { EvalFailure } from './failure.ts';
import { findExamplesIn } from './find-examples.ts';
import { builtinOn, type Judge, labelsOf, labelYardstick, ownYardstick } from './judge.ts';
import { figuresOf, judgeable, judgeRows } from './judge-rows.ts';
import type { LabelledRow, Measure } from './labelled-rows.ts';
import { replayCorrections } from './learn-curve.ts';
import type { Options } from './options.ts';
import { createOutsideEngine } from './outside-engine.ts';
import { type RowSets, readRowSets } from './row-sets.ts';

/** How well an engine finds one label: as it ships, trained on a file's labels, or after a number of corrections. */
export async function measureClassification(what: Measure, options: Options): Promise<Record<string, unknown>> {
  if (!['builtin', 'openai'].includes(options.engine))
    throw new EvalFailure(`--engine ${options.engine}: choose builtin or openai`);
  if (options.learn !== undefined && options.engine !== 'builtin')
    throw new EvalFailure('--learn trains the builtin engine: leave --engine out');
  const sets = readRowSets(what, options);
  if (sets.train === null) {
    const engine = options.engine === 'openai' ? createOutsideEngine(options.access) : builtinOn();
    return what === 'escalation'
      ? measureSignals(engine, sets, options)
      : measureAsShipped(what, { ...ownYardstick(what, sets.test), engine }, sets, options);
  }
  return options.learn === undefined
    ? measureTrained(what, { ...sets, train: sets.train }, options)
    : measureLearning(what, { ...sets, train: sets.train }, options);
}

type Trainable = RowSets & { train: LabelledRow[] };

const about = ({ engine, labels }: Judge, { test, skipped }: RowSets, rows: LabelledRow[]) => ({
  engine: engine.id,
  labels,
  skipped: skipped + test.length - rows.length,
});

async function measureAsShipped(
  what: Exclude<Measure, 'escalation'>,
  judge: Judge,
  sets: RowSets,
  options: Options,
): Promise<Record<string, unknown>> {
  const rows = judgeable(sets.test, judge.labels, options.data);
  const { outcomes, beside } = await judgeRows(what, judge, rows);
  const baselines = await measureBaselines(what, judge, rows);
  return { ...about(judge, sets, rows), ...figuresOf(outcomes, options), ...beside, baselines };
}

async function measureTrained(what: Measure, sets: Trainable, options: Options): Promise<Record<string, unknown>> {
  const yardstick = labelYardstick(labelsOf(sets.train));
  const rows = judgeable(sets.test, yardstick.labels, options.data);
  console.error(`learning from ${sets.train.length} rows`);
  const judge: Judge =
    options.engine === 'openai'
      ? {
          ...yardstick,
          engine: createOutsideEngine(options.access),
          findExamples: findExamplesIn(sets.train, options.seed),
        }
      : { ...yardstick, engine: builtinOn(trainModel(sets.train.map(yardstick.toTicket))) };
  const { outcomes, beside } = await judgeRows(what, judge, rows);
  return { ...about(judge, sets, rows), trainedOn: sets.train.length, ...figuresOf(outcomes, options), ...beside };
}

async function measureLearning(what: Measure, sets: Trainable, options: Options): Promise<Record<string, unknown>> {
  const labels = labelsOf(sets.train);
  const own = what === 'escalation' ? null : ownYardstick(what, sets.train);
  const shipped = own !== null && labels.every((label) => own.labels.includes(label));
  const yardstick = shipped ? own : labelYardstick(labels);
  const rows = judgeable(sets.test, yardstick.labels, options.data);
  const { curve, model } = await replayCorrections({
    yardstick,
    head: shipped && what !== 'escalation' ? what : 'category',
    shipped,
    train: sets.train,
    test: rows,
    most: options.learn ?? 0,
    seed: options.seed,
  });
  const judge: Judge = { ...yardstick, engine: builtinOn(model) };
  const { outcomes, beside } = await judgeRows(what, judge, rows);
  const learnedFrom = {
    before: curve[0]?.accuracy,
    corrections: curve.at(-1)?.n,
    onTopOf: shipped ? 'the shipped model' : 'label names',
  };
  return { ...about(judge, sets, rows), ...learnedFrom, ...figuresOf(outcomes, options), ...beside, curve };
}
