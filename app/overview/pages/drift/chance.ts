/** Below this nobody can imagine a chance. */
const LEAST = 0.0001;

/** The next of 100 %, 50 %, 20 %, 10 %, 5 %, … above a chance: `p` itself claims a precision that it has not. */
export function chanceBelow(p: number): number {
  if (p < LEAST) return LEAST;
  const steps = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
  return steps.find((step) => p < step) ?? 1;
}
