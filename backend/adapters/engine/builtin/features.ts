import { type CueHit, createCueMatcher } from './cue-matcher.ts';
import { categoryCues } from './lexicon/category-cues.ts';
import { sentimentCues } from './lexicon/sentiment-cues.ts';
import { urgencyCues } from './lexicon/urgency-cues.ts';
import { findNegated } from './negation.ts';
import { isUnspaced, type Token, tokenize } from './tokens.ts';

/** What a feature is made of: one to three words in a row, a word taken back by a "not", characters, or a cue of the lexicon. */
export const KINDS = ['word', 'pair', 'triple', 'negated', 'characters', 'cue'] as const;
export type Kind = (typeof KINDS)[number];

/** Feature i is of kind `KINDS[kinds[i]]`, is known by `hashes[i]` and is true of the tokens `from[i]` … `to[i]`. */
export type Features = { hashes: number[]; kinds: number[]; from: number[]; to: number[] };

export type Reading = { text: string; tokens: Token[]; cues: CueHit[]; features: Features };

const matchCues = createCueMatcher({ ...categoryCues, ...urgencyCues, ...sentimentCues });
const SEEDS = KINDS.map((_, kind) => 0x811c9dc5 + kind * 0x9e3779b1);
const [WORD, PAIR, TRIPLE, NEGATED, CHARACTERS, CUE] = [0, 1, 2, 3, 4, 5] as const;
const EDGE = 0x20;
const LONGEST_GRAM = 5;

export function readTicket(subject: string, body: string): Reading {
  const text = `${subject}\n${body}`;
  const tokens = tokenize(text);
  const negated = findNegated(text, tokens);
  const cues = matchCues(tokens).map((hit) => takeBack(hit, negated));
  const features: Features = { hashes: [], kinds: [], from: [], to: [] };
  addWords(features, tokens, negated);
  for (const [index, token] of tokens.entries()) addCharacters(features, token, index);
  for (const { cue, from, to } of cues) add(features, CUE, hashText(SEEDS[CUE] as number, cue), from, to);
  return { text, tokens, cues, features };
}

/** "Not urgent" is no sign of urgency. */
const takeBack = (hit: CueHit, negated: Uint8Array): CueHit =>
  negated[hit.from] === 1 ? { ...hit, cue: `not ${hit.cue}` } : hit;

function addWords(features: Features, tokens: readonly Token[], negated: Uint8Array): void {
  const hashes = tokens.map(({ text }) => hashText(SEEDS[WORD] as number, text));
  hashes.forEach((hash, index) => {
    const previous = hashes[index - 1] ?? 0;
    add(features, WORD, finish(hash), index, index);
    add(features, PAIR, join(PAIR, previous, hash), Math.max(index - 1, 0), index);
    if (index >= 2)
      add(features, TRIPLE, join(TRIPLE, join(PAIR, hashes[index - 2] ?? 0, previous), hash), index - 2, index);
    if (negated[index] === 1) add(features, NEGATED, join(NEGATED, 0, hash), index, index);
  });
}

/** 2 to 5 characters, word ends marked; scripts without spaces pack more into a character and have no ends to mark. */
function addCharacters(features: Features, { kind, text }: Token, index: number): void {
  if (kind !== 'word') return;
  const unspaced = isUnspaced(text);
  const codes = Array.from(text, (_, at) => text.charCodeAt(at));
  const spelled = unspaced ? codes : [EDGE, ...codes, EDGE];
  const shortest = unspaced ? 1 : 2;
  for (let start = 0; start < spelled.length; start++) {
    let state = SEEDS[CHARACTERS] as number;
    const end = Math.min(spelled.length, start + LONGEST_GRAM);
    for (let at = start; at < end; at++) {
      state = Math.imul(state ^ (spelled[at] as number), 0x01000193);
      if (at - start + 1 >= shortest) add(features, CHARACTERS, finish(state), index, index);
    }
  }
}

function add({ hashes, kinds, from, to }: Features, kind: number, hash: number, first: number, last: number): void {
  hashes.push(hash);
  kinds.push(kind);
  from.push(first);
  to.push(last);
}

/** FNV-1a. */
function hashText(seed: number, text: string): number {
  let state = seed;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return finish(state);
}

const join = (kind: number, first: number, second: number): number =>
  finish((SEEDS[kind] as number) ^ Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35));

/** Spreads every bit over all (MurmurHash3's last step). */
function finish(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
