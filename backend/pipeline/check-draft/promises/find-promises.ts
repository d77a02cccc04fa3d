import type { Claim } from '../claim.ts';
import { plainText } from '../plain-text.ts';
import type { Concept } from './concept.ts';
import { ANY_CONCEPT, CONCEPTS } from './concepts.ts';
import * as markers from './markers.ts';
import { findPhrase, hasPhrase, mayHavePhrase, type Phrases, type Word, wordsOf } from './phrases.ts';

/**
 * What one clause says of one thing that can be promised. topic: it is talked about or asked for · claim: it is so, or
 * will be · deed: we have done it · denial: it is not so.
 */
export type Pledge = {
  concept: string;
  force: 'topic' | 'claim' | 'deed' | 'denial';
  /** We say it of ourselves. */
  ours: boolean;
  /** If something else is so. */
  conditional: boolean;
  /** Only under a condition: what is so, and what is not. */
  limited: boolean;
  /** Up to a bound. */
  bounded: boolean;
  /** Thanks or regret, or word that it was received. */
  courtesy: boolean;
  /** Stands for a promise only where we say it of ourselves. */
  only: 'ours' | 'deed' | null;
};

const SHORT = 2;
const UNSPACED = /[^\p{Script=Latin}\s\d'"-]/u;
const WIDE_DEED = /^.{0,6}(?:いたしました|致しました|しました|しております|済み|完了)/u;
const WIDE_OURS = /^.{0,6}(?:いたします|致します|します|させていただ|いたしました|致しました|しました)/u;
const AFTER = 16;

/** Parts of a sentence that each say one thing; "of course" is none of its own. */
function clausesOf(plain: string): string[] {
  const clauses: string[] = [];
  let short = '';
  for (const piece of plain.split(markers.CLAUSE)) {
    const clause = `${short} ${piece.trim()}`.trim();
    const isShort = clause.split(' ').length <= SHORT && !UNSPACED.test(clause);
    short = isShort ? clause : '';
    if (!isShort) clauses.push(clause);
  }
  return short ? [...clauses, short] : clauses;
}

type Clause = {
  text: string;
  words: readonly Word[];
  saysOurs: boolean;
  saysDeed: boolean;
  /** We have it or look at it. */
  handled: boolean;
  limited: boolean;
  bounded: boolean;
  courtesy: boolean;
  /** Promises nothing, whatever it names. */
  idle: boolean;
};

/** `before`: the clause that it follows. */
function readClause(text: string, words: readonly Word[], before: string): Clause {
  const has = (phrases: Phrases, wide?: RegExp): boolean => hasPhrase(words, phrases) || wide?.test(text) === true;
  const saysDeed = has(markers.DEED);
  const isThanks = (clause: readonly Word[]): boolean => hasPhrase(clause, markers.COURTESY);
  const idle = has(markers.PURPOSE, markers.WIDE_PURPOSE) || (has(markers.SUBORDINATE) && isThanks(wordsOf(before)));
  return {
    text,
    words,
    saysOurs: has(markers.OURS),
    saysDeed,
    handled: !saysDeed && has(markers.HANDLING, markers.WIDE_HANDLING),
    limited: has(markers.ONLY, markers.WIDE_ONLY),
    bounded: has(markers.BOUND, markers.WIDE_BOUND),
    courtesy: idle || isThanks(words) || markers.WIDE_COURTESY.test(text),
    idle,
  };
}

type Mention = { concept: Concept; start: number; end: number; before: readonly Word[]; after: readonly Word[] };

/** Where a clause names a thing: places in its text, and the words around. */
function findMention(text: string, words: readonly Word[], concept: Concept): Mention | null {
  const found = findPhrase(words, concept.phrases);
  if (found && !(concept.unless && hasPhrase(words, concept.unless))) {
    const [start, end] = [words[found.start]?.start ?? 0, words[found.end - 1]?.end ?? 0];
    return { concept, start, end, before: words.slice(0, found.start), after: words.slice(found.end) };
  }
  const wide = concept.wide.exec(text);
  return wide && { concept, start: wide.index, end: wide.index + wide[0].length, before: words, after: [] };
}

/** How a clause speaks of what it names. */
function readMention(
  clause: Clause,
  { concept: { name, only }, start, end, before, after }: Mention,
  negation: Phrases,
): Pledge {
  const { text, words, saysDeed, saysOurs, handled, idle, limited, bounded } = clause;
  const rest = text.slice(end);
  const conditional = hasPhrase(before, markers.CONDITION) || markers.WIDE_CONDITION.test(text);
  const topical = !saysDeed && (endsWith(before, markers.ABOUT) || markers.ABOUT_AFTER.test(rest));
  const ours = !conditional && !handled && !topical && (saysOurs || WIDE_OURS.test(rest));
  const deed = !conditional && (saysDeed || WIDE_DEED.test(rest));
  const asked = !ours && (endsWith(before, markers.REQUESTED) || markers.REQUEST_AFTER.test(rest.slice(0, AFTER)));
  const negated = hasPhrase([...before, ...after], negation) || text.slice(0, start).endsWith('non-');
  const denied =
    (negated || markers.WIDE_NEGATION.test(rest)) && !hasPhrase(words, markers.PENDING) && !text.includes('まだ');
  const talked = asked || conditional || handled || topical || idle;
  return {
    concept: name,
    force: denied && !conditional ? 'denial' : deed ? 'deed' : talked ? 'topic' : 'claim',
    ours,
    conditional,
    limited,
    bounded,
    courtesy: clause.courtesy || handled || topical,
    only,
  };
}

const END: Word = { text: '$', start: 0, end: 0 };
const NEAR = 6;

/** Whether the words right before something say this of it. */
const endsWith = (before: readonly Word[], phrases: Phrases): boolean =>
  hasPhrase([...before.slice(-NEAR), END], phrases);

/** Everything that a text says of what can be promised, a clause and a thing at a time. */
export function findPledges(text: string, language: string): Pledge[] {
  const negation = language === 'pt' ? markers.PORTUGUESE_NEGATION : markers.NEGATION;
  return clausesOf(plainText(text)).flatMap((piece, index, pieces) => {
    const words = wordsOf(piece);
    if (!mayHavePhrase(words, ANY_CONCEPT) && !UNSPACED.test(piece)) return [];
    const mentions = CONCEPTS.flatMap((concept) => findMention(piece, words, concept) ?? []);
    if (mentions.length === 0) return [];
    const clause = readClause(piece, words, pieces[index - 1] ?? '');
    return mentions.map((mention) => readMention(clause, mention, negation));
  });
}

/** Whether it stands for a promise in a draft, and not for one of the customer's own steps. */
export const isPledge = ({ only, ours, force }: Pledge): boolean =>
  only === null || force === 'deed' || (only === 'ours' && ours);

/** Whether the words are a manner of speaking, rather than something that one could be held to. */
export const isIdle = ({ courtesy, force, ours }: Pledge): boolean =>
  courtesy && !ours && (force === 'topic' || force === 'claim');

const keysOf = ({ concept, force, limited }: Pledge): string[] => {
  if (force === 'topic') return [`promise:${concept}`];
  if (force === 'deed') return [`promise:${concept}:deed`];
  if (limited) return [`promise:${concept}:firm`, `promise:${concept}:denied`];
  return [`promise:${concept}:${force === 'denial' ? 'denied' : 'firm'}`];
};

export const toClaim = (pledge: Pledge, matter: ReadonlySet<string>): Claim => ({
  reason: 'promise',
  keys: keysOf(pledge),
  matter,
});

/** Whether a word is one for something that can be promised. */
export const namesPromise = (word: string): boolean =>
  mayHavePhrase([{ text: word, start: 0, end: word.length }], ANY_CONCEPT) ||
  CONCEPTS.some(({ wide }) => wide.test(word) && word.length <= 3);

/** To replace something is to give a replacement. */
const SAME: Readonly<Record<string, string>> = { replacing: 'replacement', replacement: 'replacing' };

/** What a source allows to be said by what it says itself. */
export function impliedByPledge({ concept, force, limited, bounded, conditional }: Pledge): string[] {
  const forces = [
    '',
    ...(force === 'deed' ? [':deed'] : []),
    ...(force === 'denial' || limited || bounded ? [':denied'] : []),
    ...((force === 'topic' && !conditional) || (force === 'denial' && !limited) ? [] : [':firm']),
  ];
  const concepts = [concept, ...(SAME[concept] ? [SAME[concept]] : [])];
  return concepts.flatMap((name) => forces.map((suffix) => `promise:${name}${suffix}`));
}
