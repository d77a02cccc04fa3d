import type { Embedder } from '../../../ports/embedder.ts';
import { extractFeatures } from './features.ts';

/** Change it whenever a feature or a weight changes: vectors of two versions must not meet. */
const ID = 'lexical-1';
const DIMENSIONS = 1024;

/** Signed feature hashing of words and their spelling: no model, no corpus, the same vector for the same text everywhere. */
export function createLexicalEmbedder(): Embedder {
  return { id: ID, dimensions: DIMENSIONS, embed: async (texts) => texts.map(toVector) };
}

function toVector(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  for (const [name, { count, weight }] of tally(text)) {
    const hashed = hash(name);
    const value = weight * (1 + Math.log(count)) * (hashed >= 2 ** 31 ? -1 : 1);
    vector[hashed % DIMENSIONS] = (vector[hashed % DIMENSIONS] ?? 0) + value;
  }
  const length = Math.hypot(...vector);
  if (length === 0) return vector.map((_, index) => (index === 0 ? 1 : 0));
  return vector.map((value) => value / length);
}

/** A feature weighs as where it weighs most, and grows with the logarithm of how often it stands. */
function tally(text: string): Map<string, { count: number; weight: number }> {
  const totals = new Map<string, { count: number; weight: number }>();
  for (const { name, weight } of extractFeatures(text)) {
    const total = totals.get(name);
    totals.set(name, { count: (total?.count ?? 0) + 1, weight: Math.max(total?.weight ?? 0, weight) });
  }
  return totals;
}

/** FNV-1a with a final mix, as an unsigned 32-bit number. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return (state ^ (state >>> 15)) >>> 0;
}
