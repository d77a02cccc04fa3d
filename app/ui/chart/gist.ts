export type GistPoint = { at: number; value: number };
export type Gist = { highest: GistPoint; lowest: GistPoint; latest: GistPoint };

/** What stands out of a row of values; null without any. */
export function gistOf(points: readonly GistPoint[]): Gist | null {
  const [first, ...rest] = points;
  if (!first) return null;
  const pick = (better: (one: GistPoint, best: GistPoint) => boolean) =>
    rest.reduce((best, one) => (better(one, best) ? one : best), first);
  return {
    highest: pick((one, best) => one.value > best.value),
    lowest: pick((one, best) => one.value < best.value),
    latest: pick((one, best) => one.at >= best.at),
  };
}
