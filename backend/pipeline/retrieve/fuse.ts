import { FUSION, WIDE } from './weights.ts';

/** What one leg found, best first; likeness from 0 to 1. */
export type Leg = readonly { id: string; likeness: number }[];

/** What a leg says of any item. Of a full leg, what it did not bring can be no better than the last that it brought. */
function reading(leg: Leg, unseen: number): (id: string, elsewhere: number) => number {
  const known = new Map(leg.map(({ id, likeness }) => [id, likeness]));
  const last = leg.length < WIDE ? 0 : (leg.at(-1)?.likeness ?? 0);
  return (id, elsewhere) => known.get(id) ?? Math.max(last, elsewhere * unseen);
}

/** One list of both legs, best first; of the words alone when there are no vectors. */
export function fuse(vectors: Leg | null, words: Leg, weights: typeof FUSION = FUSION): Leg {
  if (!vectors) return words;
  const byVectors = reading(vectors, weights.unseen.vectors);
  const byWords = reading(words, weights.unseen.words);
  const ids = new Set([...vectors, ...words].map(({ id }) => id));
  return Array.from(ids, (id) => {
    const [near, shared] = [byVectors(id, byWords(id, 0)), byWords(id, byVectors(id, 0))];
    return { id, likeness: near ** weights.vectors * shared ** (1 - weights.vectors) };
  }).toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
}
