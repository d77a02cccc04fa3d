import type { Embedder } from '../../../ports/embedder.ts';
import { extract } from './features.ts';
const P = JSON.parse(process.env.EMB ?? '{}');
const DIMENSIONS = P.dim ?? 1024;

export function createLexicalEmbedder(): Embedder {
  return { id: 'lexical-1', dimensions: DIMENSIONS, embed: async (texts) => texts.map(toVector) };
}

function toVector(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  const totals = new Map<string, { n: number; w: number }>();
  for (const { name, weight } of extract(text)) { const t = totals.get(name); if (t) t.n++; else totals.set(name, { n: 1, w: weight }); }
  const spread = P.spread ?? 1;
  for (const [name, { n, w }] of totals) {
    const value = (w * (1 + (P.tf ?? 1) * Math.log(n))) / Math.sqrt(spread);
    for (let s = 0; s < spread; s++) { const h = hash(name, s); const at = h % DIMENSIONS; vector[at] = (vector[at] ?? 0) + (h & 0x80000000 ? -value : value); }
  }
  const p = P.pow ?? 1;
  if (p !== 1) for (let i = 0; i < DIMENSIONS; i++) { const v = vector[i]!; vector[i] = Math.sign(v) * Math.abs(v) ** p; }
  const length = Math.hypot(...vector);
  if (length === 0) { vector[0] = 1; return vector; }
  return vector.map((v) => v / length);
}

function hash(text: string, seed: number): number {
  let state = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state ^= state >>> 15; state = Math.imul(state, 0x2c1b3c6d); state ^= state >>> 12; state = Math.imul(state, 0x297a2d39); return (state ^ (state >>> 15)) >>> 0;
}
