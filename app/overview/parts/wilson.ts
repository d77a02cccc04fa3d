/** Of 95 in 100 such intervals the true share lies inside. */
const Z = 1.96;
/** Below so many, a share says little. */
export const FEW = 20;

/** Wilson's interval of a share that was seen `hits` times of `of`; all of [0, 1] without any. */
export function wilson(hits: number, of: number): { low: number; high: number } {
  if (of <= 0) return { low: 0, high: 1 };
  const share = hits / of;
  const square = Z * Z;
  const middle = share + square / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share) + square / (4 * of)) / of);
  const whole = 1 + square / of;
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}
