export type Outcome = { expected: string; predicted: string; confidence: number; ms: number; language: string };

/** What stands for a prediction where an engine gave none; it is no label of its own. */
export const NO_ANSWER = '(no answer)';

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
export const isRight = ({ expected, predicted }: Outcome): boolean => expected === predicted;
export const accuracyOf = (outcomes: readonly Outcome[]): number =>
  share(outcomes.filter(isRight).length, outcomes.length);

export function scoreOutcomes(outcomes: readonly Outcome[]) {
  return {
    n: outcomes.length,
    accuracy: accuracyOf(outcomes),
    macroF1: macroF1(outcomes),
    ece: calibrationError(outcomes),
    coverageAt: { 90: coverageAt(outcomes, 0.9), 95: coverageAt(outcomes, 0.95), 98: coverageAt(outcomes, 0.98) },
    latencyMs: latency(outcomes.map(({ ms }) => ms)),
    bins: binsOf(outcomes),
    confusion: confusionOf(outcomes),
  };
}

/** Mean F1 over the labels that occur, expected or predicted. */
export function macroF1(outcomes: readonly Outcome[]): number {
  const labels = [...new Set(outcomes.flatMap(({ expected, predicted }) => [expected, predicted]))].filter(
    (label) => label !== NO_ANSWER,
  );
  const scores = labels.map((label) => {
    const hits = outcomes.filter((outcome) => outcome.expected === label && isRight(outcome)).length;
    const named = outcomes.filter(({ predicted }) => predicted === label).length;
    const wanted = outcomes.filter(({ expected }) => expected === label).length;
    return share(2 * hits, named + wanted);
  });
  return share(
    scores.reduce((a, b) => a + b, 0),
    scores.length,
  );
}

export type Bin = { confidence: number; accuracy: number; n: number };

/** Ten equal bins of confidence; empty ones are left out. */
export function binsOf(outcomes: readonly Outcome[]): Bin[] {
  const bins = Map.groupBy(outcomes, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([, bin]) => ({
      confidence: share(
        bin.reduce((total, outcome) => total + outcome.confidence, 0),
        bin.length,
      ),
      accuracy: accuracyOf(bin),
      n: bin.length,
    }));
}

/** Expected calibration error over these bins. */
export const calibrationError = (outcomes: readonly Outcome[]): number =>
  binsOf(outcomes).reduce(
    (sum, { accuracy, confidence, n }) => sum + Math.abs(accuracy - confidence) * share(n, outcomes.length),
    0,
  );

/** The largest share of rows, surest first, that is right at this rate; rows of equal confidence stay together. */
function coverageAt(outcomes: readonly Outcome[], rate: number): number {
  const sorted = [...outcomes].sort((a, b) => b.confidence - a.confidence);
  let hits = 0;
  let covered = 0;
  for (const [index, outcome] of sorted.entries()) {
    if (isRight(outcome)) hits++;
    const closed = sorted[index + 1]?.confidence !== outcome.confidence;
    if (closed && hits >= rate * (index + 1)) covered = index + 1;
  }
  return share(covered, outcomes.length);
}

/** Rows by expected label, then by predicted one. */
function confusionOf(outcomes: readonly Outcome[]): Record<string, Record<string, number>> {
  const confusion: Record<string, Record<string, number>> = {};
  for (const { expected, predicted } of outcomes) {
    confusion[expected] ??= {};
    const row = confusion[expected];
    row[predicted] = (row[predicted] ?? 0) + 1;
  }
  return confusion;
}

export function latency(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (rate: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * rate))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
