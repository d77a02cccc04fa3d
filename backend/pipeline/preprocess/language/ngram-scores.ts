import { readFileSync } from 'node:fs';

type Table = { languages: string[]; keys: Uint32Array; starts: Uint32Array; pairs: Uint8Array };

/** eld leaves the lowest score out of its file; every n-gram that is listed is worth at least this. */
const BASE_SCORE = 53;
const LONGEST_WORD = 70;
const encoder = new TextEncoder();
let loaded: Table | undefined;

/** Adds what a word's letters say for each language in `scores`, as eld counts it: n-grams of four bytes, log-frequencies. */
export function addWordScores(word: string, weight: number, scores: Map<string, number>): void {
  loaded ??= loadTable();
  const bytes = encoder.encode(word).subarray(0, LONGEST_WORD);
  let at = 0;
  for (; at + 4 < bytes.length; at += 3) addGram(loaded, ngramKey(bytes, at, at + 4, at === 0, false), weight, scores);
  addGram(loaded, ngramKey(bytes, Math.max(0, bytes.length - 4), bytes.length, at === 0, true), weight, scores);
}

/** One number for an n-gram and whether its word begins or ends there. */
export function ngramKey(bytes: ArrayLike<number>, from: number, to: number, begins: boolean, ends: boolean): number {
  let key = (begins ? 0x100 : 0) + (ends ? 0x200 : 0);
  for (let at = from; at < to; at++) key = Math.imul(key ^ (bytes[at] ?? 0), 0x01000193) ^ (key >>> 13);
  return Math.imul(key ^ (key >>> 16), 0x85ebca6b) >>> 0;
}

function addGram(table: Table, key: number, weight: number, scores: Map<string, number>): void {
  const index = find(table.keys, key);
  if (index < 0) return;
  const end = table.starts[index + 1] ?? 0;
  for (let pair = table.starts[index] ?? 0; pair < end; pair++) {
    const language = table.languages[table.pairs[pair * 2] ?? 0] ?? '';
    const score = ((table.pairs[pair * 2 + 1] ?? 0) + BASE_SCORE) * weight;
    const before = scores.get(language);
    if (before !== undefined) scores.set(language, before + score);
  }
}

function find(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The file that `evals/language-ngrams.ts` packs: two counts, sorted keys, pairs per key, (language, score) pairs, names. */
function loadTable(): Table {
  const { buffer } = Uint8Array.from(readFileSync(new URL('ngrams.bin', import.meta.url)));
  const [count = 0, nameBytes = 0] = new Uint32Array(buffer, 0, 2);
  const keys = new Uint32Array(buffer, 8, count);
  const counts = new Uint8Array(buffer, 8 + count * 4, count);
  const starts = new Uint32Array(count + 1);
  for (let index = 0; index < count; index++) starts[index + 1] = (starts[index] ?? 0) + (counts[index] ?? 0);
  const pairs = new Uint8Array(buffer, 8 + count * 5, (starts[count] ?? 0) * 2);
  const names = new Uint8Array(buffer, buffer.byteLength - nameBytes);
  return { languages: new TextDecoder().decode(names).split(' '), keys, starts, pairs };
}
