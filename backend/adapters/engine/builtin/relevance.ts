import { isUnspaced, tokenize } from './tokens.ts';

/** What a text speaks of: word stems, each with its weight. */
export type Terms = ReadonlyMap<string, number>;
export type Weigh = (...parts: { text: string; boost: number }[]) => Terms;
/** What the customer asks, and how to weigh other words against it. */
export type Asked = { terms: Terms; weigh: Weigh };

const STEM = 5;
const CODE = /^\p{N}{3,}$/u;
const GRAMMAR = /^(?:\p{sc=Hiragana}{1,3}|.)$/u;
const HAN = /^\p{sc=Han}$/u;
/** Words after this many count less and less: details and history follow the matter. */
const MATTER = 30;

/** In how many of so many texts a stem occurs; stems of one text alone are left out. */
export type Commonness = { texts: number; seenIn: ReadonlyMap<string, number> };

export function countStems(texts: readonly string[]): Commonness {
  const seenIn = new Map<string, number>();
  for (const text of texts) {
    for (const stem of new Set(stemsOf(text))) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1);
  }
  return { texts: texts.length, seenIn: new Map([...seenIn].filter(([, count]) => count > 1)) };
}

/** Words that are common in ordinary tickets say little; one that none of them has weighs most. */
export function createWeigher({ texts, seenIn }: Commonness): Weigh {
  const rarity = (stem: string): number => Math.log((1 + texts) / (1 + (seenIn.get(stem) ?? 0)));
  return (...parts) => {
    const terms = new Map<string, number>();
    for (const { text, boost } of parts) {
      stemsOf(text).forEach((stem, index) => {
        const weight = (boost * rarity(stem)) / Math.sqrt(1 + index / MATTER);
        if (weight > (terms.get(stem) ?? 0)) terms.set(stem, weight);
      });
    }
    return terms;
  };
}

/** 0 – 1: how much two texts speak of the same. */
export function similarity(a: Terms, b: Terms): number {
  let common = 0;
  for (const [stem, weight] of a) common += weight * (b.get(stem) ?? 0);
  return common === 0 ? 0 : common / (lengthOf(a) * lengthOf(b));
}

/** 0 – 1: the share of what `part` says that `whole` says, too. */
export function coverage(part: Terms, whole: Terms): number {
  let total = 0;
  let covered = 0;
  for (const [stem, weight] of part) {
    total += weight;
    if (whole.has(stem)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}

const lengthOf = (terms: Terms): number =>
  Math.sqrt([...terms.values()].reduce((sum, weight) => sum + weight * weight, 0));

function stemsOf(text: string): string[] {
  return tokenize(text).flatMap(({ kind, text: word, start, end }) => {
    if (kind === 'number') return CODE.test(text.slice(start, end)) ? [text.slice(start, end)] : [];
    if (kind !== 'word' || (GRAMMAR.test(word) && !HAN.test(word))) return [];
    return [isUnspaced(word) ? word : word.slice(0, STEM)];
  });
}
