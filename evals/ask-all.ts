import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, NoAnswer, RawClassification } from '../backend/ports/engine.ts';
import { countCost } from './cost.ts';
import { EvalFailure } from './failure.ts';
import { asMasked, type Judge } from './judge.ts';
import type { LabelledRow } from './labelled-rows.ts';
import { createProgress } from './progress.ts';

const AT_ONCE = 8;
const ATTEMPTS = 3;
const PAUSE_MS = 200;
const PASSES: ReadonlySet<NoAnswer['reason']> = new Set(['rate_limited', 'server_error', 'unreachable', 'timeout']);

/** Null where the engine gave no answer that can be used. */
export type Judged = { row: LabelledRow; raw: RawClassification | null; ms: number };

/** Asks about every row, several at once where the engine is a model outside. In the rows' order. */
export async function askAll(
  what: string,
  judge: Pick<Judge, 'engine' | 'taxonomy' | 'findExamples'>,
  rows: LabelledRow[],
) {
  const progress = createProgress(what, rows.length);
  const cost = countCost();
  const reasons: Record<string, number> = {};
  let model: string | null = null;
  const judged: Judged[] = new Array(rows.length);
  let [next, done] = [0, 0];
  const work = async (): Promise<void> => {
    for (let at = next++; at < rows.length; at = next++) {
      const row = rows[at] as LabelledRow;
      const start = performance.now();
      const answer = await askPatiently(judge, row, cost.add);
      const ms = performance.now() - start;
      if (!answer.ok) reasons[answer.reason] = (reasons[answer.reason] ?? 0) + 1;
      if (answer.ok) model ??= answer.usage.model;
      judged[at] = { row, raw: answer.ok ? answer.value : null, ms };
      progress(++done);
    }
  };
  await Promise.all(Array.from({ length: judge.engine.metered ? AT_ONCE : 1 }, work));
  return { judged, model, cost: cost.total(), reasons };
}

/** What passes by itself is asked again a few times; a refused key ends the command. */
async function askPatiently(
  { engine, taxonomy, findExamples }: Pick<Judge, 'engine' | 'taxonomy' | 'findExamples'>,
  row: LabelledRow,
  count: (answer: Answer<unknown>) => void,
): Promise<Answer<RawClassification>> {
  const examples = findExamples ? await findExamples(row) : [];
  const input = { ...asMasked(row), language: row.language, taxonomy, examples };
  for (let attempt = 1; ; attempt++) {
    const answer = await engine.classify(input, new AbortController().signal);
    if (engine.metered) count(answer);
    if (!answer.ok && answer.reason === 'unauthorized') throw new EvalFailure('OPENAI_API_KEY was refused');
    if (answer.ok || !engine.metered || attempt === ATTEMPTS || !PASSES.has(answer.reason)) return answer;
    await pause(PAUSE_MS * 3 ** attempt);
  }
}
