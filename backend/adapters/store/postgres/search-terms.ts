import type { KnowledgeItem } from '../../../ports/knowledge.ts';
import type { Transaction } from '../../../ports/store.ts';
import { wordsOf } from './words.ts';

/** Words after this many are details, history and logs. */
const MOST_WORDS = 150;
/** An item is found by the pairs of so many first words; later ones would make the index larger and find little more. */
const PAIRED_WORDS = 20;
const READ = 4_000;
const STEM = 5;
/** A first line up to this length is a title. */
const LONGEST_TITLE = 150;
/** What a question asks by: words of its title more, later ones less and less, repeated ones more. */
const WEIGHT = { title: 1.8, matter: 60, repeated: 0.5 };

/** A stem and the pair it makes with the one before find items; the whole word helps to judge them. */
type WordTerms = { stem: string; pair: string | null; word: string | null };
export type AskedTerm = { weight: number; finds: boolean };

function termsOf(text: string): WordTerms[] {
  let previous = '';
  return wordsOf(text.slice(0, READ))
    .slice(0, MOST_WORDS)
    .map((word) => {
      const stem = word.slice(0, STEM);
      const pair = previous ? `${previous} ${stem}` : null;
      previous = stem;
      return { stem: `${stem}-`, pair, word: word.length > STEM ? word : null };
    });
}

/** FNV-1a with a final mix, in 30 bits. */
function hash(seed: number, text: string): number {
  let state = seed;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return ((state ^ (state >>> 15)) >>> 0) & 0x3fffffff;
}

/** A tenant's hashes: the same word has another one with another tenant. */
function hasherFor(tenantId: string): (term: string) => number {
  const seed = hash(0x811c9dc5, tenantId);
  return (term) => hash(seed, term);
}

/** The terms of a question, as hashes. */
export function readQuestion(tenantId: string, text: string): Map<number, AskedTerm> {
  const hashOf = hasherFor(tenantId);
  const end = text.indexOf('\n');
  const titleWords = end > 0 && end < LONGEST_TITLE ? wordsOf(text.slice(0, end)).length : 0;
  const found = new Map<number, AskedTerm & { count: number }>();
  termsOf(text).forEach(({ stem, pair, word }, index) => {
    const weight = (index < titleWords ? WEIGHT.title : 1) / Math.sqrt(1 + index / WEIGHT.matter);
    for (const term of [stem, pair, word]) {
      if (term === null) continue;
      const hashed = hashOf(term);
      const known = found.get(hashed);
      if (known) known.count++;
      else found.set(hashed, { weight, finds: term !== word, count: 1 });
    }
  });
  return new Map(
    [...found].map(([term, { weight, finds, count }]) => [
      term,
      { weight: weight * (1 + WEIGHT.repeated * Math.log(count)), finds },
    ]),
  );
}

/** The terms of an item as codes parted by blanks; it is found by the first `finding` of them. */
function readItem(hashOf: (term: string) => number, text: string): { terms: string; finding: number } {
  const finding = new Set<number>();
  const judging = new Set<number>();
  termsOf(text).forEach(({ stem, pair, word }, index) => {
    finding.add(hashOf(stem));
    if (pair !== null) (index < PAIRED_WORDS ? finding : judging).add(hashOf(pair));
    if (word !== null) judging.add(hashOf(word));
  });
  return { terms: Array.from(new Set([...finding, ...judging]), toCode).join(' '), finding: finding.size };
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = Uint8Array.from({ length: 128 }, (_, at) => Math.max(0, DIGITS.indexOf(String.fromCharCode(at))));
const CODE = 5;

export function toCode(hashed: number): string {
  let code = '';
  for (let shift = 6 * (CODE - 1); shift >= 0; shift -= 6) code += DIGITS.charAt((hashed >>> shift) & 63);
  return code;
}

/** Hands over each term as its hash, and gives back how many there are. */
export function eachTerm(codes: string, use: (hashed: number) => void, from = 0, to = codes.length): number {
  for (let at = from; at < to; at += CODE + 1) {
    let hashed = 0;
    for (let i = at; i < at + CODE; i++) hashed = (hashed << 6) | (VALUES[codes.charCodeAt(i)] ?? 0);
    use(hashed);
  }
  return Math.ceil((to - from) / (CODE + 1));
}

/** Makes items findable by their words. Their rows in knowledge_item must be there, and take these with them when they go. */
export async function saveSearchTerms(
  tx: Transaction,
  tenantId: string,
  items: readonly Pick<KnowledgeItem, 'id' | 'title' | 'question'>[],
): Promise<void> {
  const hashOf = hasherFor(tenantId);
  // An id that would break the lines that a search answers with is found by vectors alone.
  const readable = items.filter(({ id }) => !/[\t\n]/.test(id));
  const read = readable.map(({ title, question }) => readItem(hashOf, `${title}\n${question}`));
  await tx.query(
    `INSERT INTO knowledge_search (tenant_id, item_id, lot, terms, finding)
     SELECT $1, * FROM unnest($2::text[], $3::real[], $4::text[], $5::smallint[])
     ON CONFLICT (tenant_id, item_id) DO UPDATE SET terms = excluded.terms, finding = excluded.finding
     WHERE knowledge_search.terms <> excluded.terms`,
    [
      tenantId,
      readable.map(({ id }) => id),
      // Spread evenly from 0 to 1: the items of the lowest lots are a fair sample, and their last lot tells how many there are.
      readable.map(({ id }) => hashOf(id) / 2 ** 30),
      read.map(({ terms }) => terms),
      read.map(({ finding }) => finding),
    ],
  );
}
