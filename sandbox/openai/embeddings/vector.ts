/** How many places of the vector a feature touches: its leading part alone still tells texts apart. */
const SPREAD = 12;
const WORD_WEIGHT = 1;
const PIECE_WEIGHT = 0.35;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

function next(state: number): number {
  let value = (state + 0x6d2b79f5) >>> 0;
  value = Math.imul(value ^ (value >>> 15), value | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return (value ^ (value >>> 14)) >>> 0;
}

function pieces(word: string): string[] {
  const padded = `<${word}>`;
  return Array.from({ length: Math.max(0, padded.length - 3) }, (_, index) => padded.slice(index, index + 4));
}

/** Words and their four-letter pieces; pairs of characters where the script has no spaces between words. */
function features(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const count = (feature: string, weight: number) => found.set(feature, (found.get(feature) ?? 0) + weight);
  for (const word of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) {
      for (let index = 0; index < word.length; index += 1) count(word.slice(index, index + 2), WORD_WEIGHT);
    } else {
      count(word, word.length > 3 ? WORD_WEIGHT : PIECE_WEIGHT);
      for (const piece of pieces(word)) count(piece, PIECE_WEIGHT);
    }
  }
  if (found.size === 0) count(text, WORD_WEIGHT);
  return found;
}

/** A unit vector that depends on nothing but the text: shared words and pieces make vectors alike. */
export function embed(text: string, fullDimensions: number, dimensions: number): Float32Array {
  const full = new Float64Array(fullDimensions);
  for (const [feature, weight] of features(text)) {
    let state = hash(feature);
    for (let turn = 0; turn < SPREAD; turn += 1) {
      state = next(state);
      const place = state % fullDimensions;
      full[place] = (full[place] ?? 0) + (state & 0x10000000 ? 1 : -1) * Math.sqrt(weight);
    }
  }
  const cut = full.subarray(0, dimensions);
  const length = Math.hypot(...cut);
  if (length === 0) cut[0] = 1;
  return Float32Array.from(cut, (value) => value / (length || 1));
}

export function encodeVector(vector: Float32Array, format: 'float' | 'base64'): number[] | string {
  if (format === 'float') return Array.from(vector);
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}
