import { type CueHit, createCueMatcher } from './cue-matcher.ts';
import { categoryCues } from './lexicon/category-cues.ts';
import { sentimentCues } from './lexicon/sentiment-cues.ts';
import { urgencyCues } from './lexicon/urgency-cues.ts';
import { isUnspaced, type Token, tokenize } from './tokens.ts';

export const BUCKETS = 1 << 18;

type Kind = 'word' | 'pair' | 'characters' | 'cue';

/** Something that is true of the tokens `from` … `to`; `bucket` is its hash. */
export type Feature = { kind: Kind; bucket: number; from: number; to: number };

export type Reading = { text: string; tokens: Token[]; cues: CueHit[]; features: Feature[] };

export const WEIGHT: Readonly<Record<Kind, number>> = { word: 1, pair: 0.7, characters: 0.3, cue: 1 };
const matchCues = createCueMatcher({ ...categoryCues, ...urgencyCues, ...sentimentCues });

export function readTicket(subject: string, body: string): Reading {
  const text = `${subject}\n${body}`;
  const tokens = tokenize(text);
  const cues = matchCues(tokens);
  const features = [...tokens.flatMap(tokenFeatures), ...cues.map(cueFeature)];
  return { text, tokens, cues, features };
}

function tokenFeatures(token: Token, index: number, tokens: Token[]): Feature[] {
  const feature = (kind: Kind, name: string, from = index): Feature => ({
    kind,
    bucket: hash(`${kind} ${name}`),
    from,
    to: index,
  });
  const previous = tokens[index - 1];
  return [
    feature('word', token.text),
    feature('pair', `${previous?.text ?? ''} ${token.text}`, Math.max(index - 1, 0)),
    ...characterGrams(token).map((gram) => feature('characters', gram)),
  ];
}

/** 3 to 5 characters, word ends marked; scripts without spaces pack more into a character and have no ends to mark. */
function characterGrams({ kind, text }: Token): string[] {
  if (kind !== 'word') return [];
  const unspaced = isUnspaced(text);
  const spelled = unspaced ? text : `<${text}>`;
  const grams: string[] = [];
  for (let length = unspaced ? 1 : 3; length <= 5; length++) {
    for (let at = 0; at + length <= spelled.length; at++) grams.push(spelled.slice(at, at + length));
  }
  return grams;
}

const cueFeature = ({ cue, from, to }: CueHit): Feature => ({ kind: 'cue', bucket: hash(`cue ${cue}`), from, to });

/** FNV-1a with a final mix. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 14) & (BUCKETS - 1);
}
