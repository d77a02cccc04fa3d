import type { Confidence } from '../../../../backend/contract/overview.ts';
import { joinAll } from './curves.ts';

export type Engine = { key: string; bins: Confidence['bins'] };

/** Each engine's bins, whoever decided most first. */
export function enginesOf(bins: Confidence['bins']): Engine[] {
  return [...new Set(bins.map(({ decidedBy }) => decidedBy))]
    .map((key) => ({ key, bins: bins.filter(({ decidedBy }) => decidedBy === key) }))
    .sort((one, other) => joinAll(other.bins).tickets - joinAll(one.bins).tickets);
}
