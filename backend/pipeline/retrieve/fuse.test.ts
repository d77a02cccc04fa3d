import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, type Leg } from './fuse.ts';
import { WIDE } from './weights.ts';

const leg = (likenesses: Record<string, number>): Leg =>
  Object.entries(likenesses).map(([id, likeness]) => ({ id, likeness }));
const order = (fused: Leg) => fused.map(({ id }) => id);
const at = (fused: Leg, id: string) => fused.find((found) => found.id === id)?.likeness ?? 0;

const anyLeg = fc
  .uniqueArray(fc.record({ id: fc.string({ maxLength: 2 }), likeness: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    selector: ({ id }) => id,
    maxLength: WIDE,
  })
  .map((found) => found.toSorted((a, b) => b.likeness - a.likeness));

describe('fusing what vectors and words found', () => {
  it('puts what both find alike before what one alone finds', () => {
    const fused = fuse(leg({ near: 0.8, both: 0.7 }), leg({ shared: 0.8, both: 0.7 }));
    expect(order(fused)[0]).toBe('both');
    expect(order(fused)).toHaveLength(3);
  });

  it('lets either leg move an item up', () => {
    expect(order(fuse(leg({ a: 0.9, b: 0.5 }), leg({ b: 0.5, a: 0.5 })))).toEqual(['a', 'b']);
    expect(order(fuse(leg({ a: 0.5, b: 0.5 }), leg({ b: 0.9, a: 0.5 })))).toEqual(['b', 'a']);
  });

  it('keeps what only the vectors can see, such as the same matter in another language', () => {
    const fused = fuse(leg({ foreign: 0.7, weak: 0.3 }), leg({ weak: 0.25 }));
    expect(order(fused)).toEqual(['foreign', 'weak']);
  });

  it('takes an item that a full leg did not bring for no better than the last that it brought', () => {
    const full = Array.from({ length: WIDE }, (_, index) => ({ id: `n${index}`, likeness: 0.6 }));
    const words = leg({ elsewhere: 0.9 });
    expect(at(fuse(full, words), 'elsewhere')).toBeGreaterThan(at(fuse(full.slice(1), words), 'elsewhere'));
  });

  it('gives the words alone when there are no vectors', () => {
    const words = leg({ a: 0.6, b: 0.5 });
    expect(fuse(null, words)).toEqual(words);
  });

  it('brings each item once, best first, between what the two legs say', () =>
    fc.assert(
      fc.property(anyLeg, anyLeg, (vectors, words) => {
        const fused = fuse(vectors, words);
        const ids = new Set([...vectors, ...words].map(({ id }) => id));
        expect(new Set(order(fused))).toEqual(ids);
        expect(fused).toHaveLength(ids.size);
        const likenesses = fused.map(({ likeness }) => likeness);
        expect(likenesses).toEqual(likenesses.toSorted((a, b) => b - a));
        const best = Math.max(0, ...[...vectors, ...words].map(({ likeness }) => likeness));
        expect(likenesses.every((likeness) => likeness >= 0 && likeness <= best + 1e-9)).toBe(true);
      }),
    ));
});
