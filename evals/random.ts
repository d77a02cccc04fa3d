import { shuffle as shuffleInPlace } from '../backend/adapters/engine/builtin/random.ts';

export { createRandom } from '../backend/adapters/engine/builtin/random.ts';

/** The items in an order of chance. */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  shuffleInPlace(shuffled, random);
  return shuffled;
}
