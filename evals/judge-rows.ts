import { trustCurve } from '../backend/feedback/trust/curve.ts';
import { askAll } from './ask-all.ts';
import { tryCalibration } from './calibration-trial.ts';
import { tryDial } from './dial-trial.ts';
import { EvalFailure } from './failure.ts';
import type { Judge } from './judge.ts';
import type { LabelledRow } from './labelled-rows.ts';
import type { Options } from './options.ts';
import { isRight, NO_ANSWER, type Outcome, scoreOutcomes } from './scores.ts';

/** The rows that a judge has a label for. */
export function judgeable(rows: LabelledRow[], labels: readonly string[], data: string | undefined): LabelledRow[] {
  const judged = rows.filter(({ label }) => labels.includes(label));
  if (judged.length === 0) throw new EvalFailure(`${data}: no row is labelled with one of ${labels.join(', ')}`);
  return judged;
}

/** `confidence` is the engine's own probability of its likeliest value; no answer is a wrong one, stated with 0. */
export async function judgeRows(what: string, judge: Judge, rows: LabelledRow[]) {
  const { judged, model, cost, reasons } = await askAll(what, judge, rows);
  const outcomes = judged.map(({ row, raw, ms }): Outcome => {
    const [top] = raw ? judge.read(raw) : [];
    return {
      expected: row.label,
      predicted: top?.value ?? NO_ANSWER,
      confidence: top?.probability ?? 0,
      ms,
      language: row.language,
    };
  });
  const unanswered = outcomes.filter(({ predicted }) => predicted === NO_ANSWER).length;
  return { outcomes, beside: { model, unanswered, ...(unanswered > 0 && { unansweredBy: reasons }), cost } };
}

/** Every figure that outcomes alone give. */
export const figuresOf = (outcomes: readonly Outcome[], { seed }: Pick<Options, 'seed'>) => ({
  ...scoreOutcomes(outcomes),
  calibrated: tryCalibration(outcomes, seed),
  dial: tryDial(outcomes, seed),
  coverageCurve: trustCurve(outcomes.map((one) => ({ confidence: one.confidence, right: isRight(one) }))).map(
    ({ coverage, accuracy }) => ({ coverage, accuracy }),
  ),
});
