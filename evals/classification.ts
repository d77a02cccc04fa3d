import { createBuiltinEngine, type LabelledTicket } from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { DEFAULT_CATEGORIES, sentimentSchema, urgencySchema } from '../backend/contract/taxonomy.ts';
import type { Engine, MaskedText, RawClassification } from '../backend/ports/engine.ts';
import { EvalFailure } from './failure.ts';
import { type LabelledRow, readLabelledRows } from './labelled-rows.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { type Outcome, scoreOutcomes } from './scores.ts';

export type ClassificationMeasure = 'category' | 'urgency' | 'sentiment';

type Judge = {
  labels: string[];
  categories: string[];
  engine: Engine;
  read(classification: RawClassification): string;
};

/** How well the engine finds one label; `confidence` is the one number that it states for the whole ticket. */
export async function measureClassification(what: ClassificationMeasure, options: Options) {
  if (options.engine !== 'builtin') throw new EvalFailure(`--engine ${options.engine} is not available yet`);
  if (options.learn !== undefined) throw new EvalFailure('--learn is not available yet');
  if (options.data === undefined) throw new EvalFailure(`${what} needs --data FILE`);
  const { rows, skipped } = readLabelledRows(options.data, what, options);
  const judge = options.train === undefined ? ready(what, rows) : trained(options.train, what, options);
  const judged = rows.filter(({ label }) => judge.labels.includes(label));
  if (judged.length === 0)
    throw new EvalFailure(`${options.data}: no row is labelled with one of ${judge.labels.join(', ')}`);
  const outcomes = await judgeAll(what, judge, judged);
  return {
    engine: 'builtin',
    labels: judge.labels,
    skipped: skipped + rows.length - judged.length,
    ...scoreOutcomes(outcomes),
  };
}

function ready(what: ClassificationMeasure, rows: LabelledRow[]): Judge {
  const ours = { engine: createBuiltinEngine(), categories: [...DEFAULT_CATEGORIES] };
  if (what === 'category') return { ...ours, labels: ours.categories, read: ({ category }) => category };
  if (what === 'urgency') return { ...ours, labels: urgencySchema.options, read: ({ urgency }) => urgency };
  const coarse = rows.some(({ label }) => label === 'negative');
  if (!coarse) return { ...ours, labels: sentimentSchema.options, read: ({ sentiment }) => sentiment };
  const read = ({ sentiment }: RawClassification): string =>
    sentiment === 'angry' || sentiment === 'frustrated' ? 'negative' : sentiment;
  return { ...ours, labels: ['negative', 'neutral', 'positive'], read };
}

/** Any set of labels is a taxonomy: it is learned, and read, as the category. */
function trained(path: string, what: ClassificationMeasure, options: Options): Judge {
  const { rows } = readLabelledRows(path, what, { ...options, limit: Number.POSITIVE_INFINITY });
  if (rows.length === 0) throw new EvalFailure(`${path}: no row has a label to learn from`);
  console.error(`learning from ${rows.length} rows`);
  const examples = rows.map(({ subject, text, label }): LabelledTicket => ({ subject, text, category: label }));
  const labels = [...new Set(rows.map(({ label }) => label))].sort();
  return { labels, categories: labels, engine: createBuiltinEngine({ examples }), read: ({ category }) => category };
}

async function judgeAll(what: ClassificationMeasure, judge: Judge, rows: LabelledRow[]): Promise<Outcome[]> {
  const { signal } = new AbortController();
  const progress = createProgress(what, rows.length);
  const outcomes: Outcome[] = [];
  for (const { subject, text, language, label } of rows) {
    const start = performance.now();
    const input = { subject: subject as MaskedText, text: text as MaskedText, language, categories: judge.categories };
    const answer = await judge.engine.classify(input, signal);
    if (!answer.ok) throw new EvalFailure(`the engine gave no answer: ${answer.reason}`);
    const { value } = answer;
    outcomes.push({
      expected: label,
      predicted: judge.read(value),
      confidence: value.confidence,
      ms: performance.now() - start,
    });
    progress(outcomes.length);
  }
  return outcomes;
}
