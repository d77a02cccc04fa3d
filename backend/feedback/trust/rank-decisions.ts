/** What an engine's value of a field came to. `confidence` is calibrated. */
export type Judgement = { confidence: number; right: boolean };

/** How many decisions have at least this confidence, and how many of them were right. */
export type Step = { confidence: number; above: number; right: number };

/** A step for each distinct confidence, the highest first. */
export function rankDecisions(decisions: readonly Judgement[]): Step[] {
  const steps: Step[] = [];
  let right = 0;
  for (const [index, decision] of decisions.toSorted((a, b) => b.confidence - a.confidence).entries()) {
    if (decision.right) right++;
    const step = { confidence: decision.confidence, above: index + 1, right };
    if (steps.at(-1)?.confidence === decision.confidence) steps[steps.length - 1] = step;
    else steps.push(step);
  }
  return steps;
}

/** The first step with at least each of `counts` decisions, without repeats. Chosen by counts alone, whatever was right. */
export function stepsAt(steps: readonly Step[], counts: readonly number[]): Step[] {
  const found = counts.flatMap((count) => steps.find(({ above }) => above >= count) ?? []);
  return [...new Set(found)];
}
