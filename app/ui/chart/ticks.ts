/** Each n-th of so many places, so that labels of this width do not run into each other. */
export function spreadTicks(places: number, width: number, labelWidth = 64): number[] {
  const fit = Math.max(1, Math.floor(width / labelWidth));
  const step = Math.max(1, Math.ceil(places / fit));
  return Array.from({ length: Math.ceil(places / step) }, (_, index) => index * step);
}

/** Whole numbers between both ends, no more than fit. */
export const wholeTicks = (from: number, to: number, width: number): number[] =>
  spreadTicks(Math.floor(to) - Math.ceil(from) + 1, width).map((offset) => Math.ceil(from) + offset);
