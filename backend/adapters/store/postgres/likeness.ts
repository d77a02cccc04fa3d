import { createHash } from 'node:crypto';
import type { KnowledgeItem } from '../../../ports/knowledge.ts';

/** Words that turn a statement into its opposite: texts that differ in one of them do not say the same. */
const NEGATIONS = new Set(
  (
    "not no never none cannot can't won't don't doesn't isn't aren't couldn't without nicht kein keine keinen keiner keinem nie ohne " +
    'nunca sin jamás ne pas jamais aucun aucune sans não sem ない せん'
  ).split(' '),
);
const PLACEHOLDER = /\[[A-Z]{2,12}(?:_\d{1,6})?\]/g;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const REPLY_MARK = /^(?:\s{0,3}(?:re|fwd?|aw|wg|tr|rv|enc|res)\s?:){1,5}/i;

/** Below this many different words a question is too general for another answer to contradict the one before. */
const TELLING_WORDS = 4;
/** One word in seven may differ, one in fourteen be another one. */
const ALIKE = 0.85;
const LONG_WORD = 4;
const ENOUGH_LONG_WORDS = 5;

export type Words = { question: Set<string>; answer: Set<string> };

/** What tells whether two items repeat each other. */
export type Likeness = {
  questionKey: string;
  answerKey: string;
  /** Items that are alike nearly always share one of these; hardly any others do. */
  bands: number[];
  words: Words;
};

function toWords(text: string): string[] {
  const plain = text.replace(PLACEHOLDER, ' ').normalize('NFKC').toLowerCase().replaceAll('’', "'");
  const words = plain.match(WORD) ?? [];
  return UNSPACED.test(plain) ? words.flatMap(pairsOf) : words;
}

/** Where no blanks part words, every two letters stand for one. */
function pairsOf(word: string): string[] {
  if (!UNSPACED.test(word) || word.length < 3) return [word];
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}

const keyOf = (words: string[]): string =>
  createHash('sha256').update(words.join(' ')).digest('base64url').slice(0, 22);

/** Names, numbers, blanks, punctuation and letter case count for nothing; a tenant's bands are its own. */
export function likenessOf(
  tenantId: string,
  item: Pick<KnowledgeItem, 'kind' | 'title' | 'question' | 'answer'>,
): Likeness {
  const answer = toWords(item.answer);
  const answerKey = keyOf(answer);
  if (item.kind === 'article')
    return { questionKey: '', answerKey, bands: [], words: { question: new Set(), answer: new Set() } };
  const question = toWords(`${item.title.replace(REPLY_MARK, '')}\n${item.question}`);
  const words = { question: new Set(question), answer: new Set(answer) };
  return {
    questionKey: words.question.size < TELLING_WORDS ? '' : keyOf(question),
    answerKey,
    bands: bandsOf(words, hash(tenantId)),
    words,
  };
}

export const areAlike = (one: Words, other: Words): boolean =>
  areNear(one.question, other.question) && areNear(one.answer, other.answer);

function areNear(one: Set<string>, other: Set<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < ALIKE * large.size) return false;
  const alone = [...lacking(small, large), ...lacking(large, small)];
  const all = (small.size + large.size + alone.length) / 2;
  return all - alone.length >= ALIKE * all && !alone.some((word) => NEGATIONS.has(word));
}

const lacking = (words: Set<string>, others: Set<string>): string[] => [...words].filter((word) => !others.has(word));

/** As many as knowledge_item has columns `like_1` and so on. */
const BANDS = 4;
/** Minima of the question in each band; one of the answer joins them. */
const ROWS = 3;
const MULTIPLIERS = Array.from({ length: BANDS * (ROWS + 1) }, (_, at) => Math.imul(2 * at + 1, 0x9e3779b1) | 1);

/** Min-hashing: of two sets the same share of minima agrees as of all their words. */
function bandsOf({ question, answer }: Words, seed: number): number[] {
  const asked = hashesOf(question);
  const answered = hashesOf(answer);
  return Array.from({ length: BANDS }, (_, band) => {
    let value = mix(seed ^ band);
    for (let row = 0; row < ROWS; row++) value = mix(value ^ minimum(asked, band * ROWS + row));
    return mix(value ^ minimum(answered, BANDS * ROWS + band));
  });
}

/** Short words are mostly those that every text has. */
function hashesOf(words: Set<string>): number[] {
  const all = [...words];
  const long = all.filter((word) => word.length >= LONG_WORD || UNSPACED.test(word));
  return (long.length >= ENOUGH_LONG_WORDS ? long : all).map(hash);
}

function minimum(hashes: number[], at: number): number {
  const multiplier = MULTIPLIERS[at] ?? 1;
  let least = 0xffffffff;
  for (const value of hashes) {
    const mixed = mix(Math.imul(value, multiplier)) >>> 0;
    if (mixed < least) least = mixed;
  }
  return least | 0;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return mix(value);
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
