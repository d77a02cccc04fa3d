import { STEPS } from '../backend/ports/step.ts';
import type { KillAt } from './backend-process.ts';

/** A kill at a named step, or from outside: after the backend has started (`early`: while it starts) and so long. */
export type Kill = { at: KillAt } | { early: boolean; afterMs: number };

/** Of the kills from outside, this part comes while the backend is still starting. */
const EARLY = 0.2;
const LONGEST_LIFE_MS = 1_500;
/** Tickets that pass the step before the one that does not. */
const MOST_PASSING = 2;
const IN_FLIGHT_MS = 150;

/** One kill at every named step, at that of sending also with the request under way. */
export const killsAtSteps = (roll: () => number): Kill[] => [
  ...STEPS.map((step) => ({ at: { step, on: 1 + Math.floor(roll() * (MOST_PASSING + 1)) } })),
  { at: { step: 'write:sent', on: 1, afterMs: IN_FLIGHT_MS } },
];

export const killsAtRandom = (count: number, roll: () => number): Kill[] =>
  Array.from({ length: count }, () => ({ early: roll() < EARLY, afterMs: roll() * LONGEST_LIFE_MS }));

export function shuffle<T>(items: readonly T[], roll: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: roll() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
