import type { Confidence } from '../../../../backend/contract/overview.ts';

export type Bin = Pick<Confidence['bins'][number], 'from' | 'tickets' | 'right' | 'confidence'>;

/** Of fewer tickets no share is drawn. */
export const LEAST_TICKETS = 10;
/** Bins begin at multiples of BIN_WIDTH, which binary numbers only come close to. */
const CLOSE = 1e-9;

const join = (one: Bin, next: Bin): Bin => ({
  from: Math.min(one.from, next.from),
  tickets: one.tickets + next.tickets,
  right: one.right + next.right,
  confidence: one.confidence + next.confidence,
});

const NOTHING: Bin = { from: 1, tickets: 0, right: 0, confidence: 0 };
export const joinAll = (bins: readonly Bin[]): Bin => bins.reduce(join, NOTHING);

/** Neighbours become one until each has enough tickets; what is left over at the upper end goes to the last. */
export function mergeBins(bins: readonly Bin[], least = LEAST_TICKETS): Bin[] {
  const merged: Bin[] = [];
  for (const bin of bins.filter(({ tickets }) => tickets > 0).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && last.tickets < least) merged[merged.length - 1] = join(last, bin);
    else merged.push(bin);
  }
  const [before, last] = merged.slice(-2);
  return before && last && last.tickets < least ? [...merged.slice(0, -2), join(before, last)] : merged;
}

export type Calibrated = { sure: number; right: number; tickets: number; share: number };

/** How sure it was on average in each bin, and how often that was right. */
export function calibrationOf(bins: readonly Bin[]): Calibrated[] {
  const all = joinAll(bins).tickets;
  return mergeBins(bins).map(({ tickets, right, confidence }) => ({
    sure: confidence / tickets,
    right: right / tickets,
    tickets,
    share: tickets / all,
  }));
}

export type Coverage = { threshold: number; share: number; right: number; tickets: number };

/** What would be taken at each threshold, from the highest to the lowest, and how much of it is right. */
export function coverageOf(bins: readonly Bin[]): Coverage[] {
  const total = joinAll(bins).tickets;
  let tickets = 0;
  let right = 0;
  return mergeBins(bins)
    .toReversed()
    .map((bin) => {
      tickets += bin.tickets;
      right += bin.right;
      return { threshold: bin.from, share: tickets / total, right: right / tickets, tickets };
    });
}

/** The same at one threshold, of all bins as they are; null where none is above. */
export function takenAt(bins: readonly Bin[], threshold: number): Omit<Coverage, 'threshold'> | null {
  const { tickets, right } = joinAll(bins.filter(({ from }) => from >= threshold - CLOSE));
  return tickets === 0 ? null : { share: tickets / joinAll(bins).tickets, right: right / tickets, tickets };
}

/** What an axis of shares shows: from the tenth below the lowest up to all, and never less than a tenth. */
export const fromBelow = (lowest: number): [number, number] => [Math.min(0.9, Math.floor(lowest * 10) / 10), 1];
