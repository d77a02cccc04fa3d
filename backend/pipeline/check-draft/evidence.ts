import type { Claim, Statement } from './claim.ts';
import { findFigures } from './find-figures.ts';
import { findLinks, impliedByLink } from './find-links.ts';
import { findNames } from './find-names.ts';
import { matterOf } from './matter.ts';
import { findPledges, impliedByPledge, namesPromise } from './promises/find-promises.ts';
import { splitSentences } from './split-sentences.ts';

/** What a text that may be relied on says: everything that a sentence may repeat, in the form that claims have. */
export type Evidence = {
  keys: ReadonlySet<string>;
  /** Its figures: who repeats its promise must not leave them all out. */
  figures: readonly string[];
  /** What it is about where it says that something is promised. */
  matters: ReadonlyMap<string, ReadonlySet<string>[]>;
  language: string;
};

const WORD = /[A-Za-z\d][A-Za-z\d_-]{0,80}/g;

/** Languages whose figures are read with their units; what others count is taken as it stands. */
const KNOWN = new Set(['*', 'en', 'es', 'fr', 'de', 'pt', 'ja']);
export const isKnown = (language: string): boolean => KNOWN.has(language.slice(0, 2));

/** Of a date its day without the year, and its month. */
function impliedByDate(key: string): string[] {
  const [, year, month, day] = /^date:(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(key) ?? [];
  if (month && day) return [`date:${month}-${day}`, `month:${month}`, ...(year ? [`month:${year}-${month}`] : [])];
  const named = /^month:\d{4}-(\d{1,2})$/.exec(key)?.[1];
  return named ? [`month:${named}`] : [];
}

const allKeys = ({ keys, implies = [], bare, value }: Claim, language: string): string[] => [
  ...keys,
  ...implies,
  ...keys.flatMap(impliedByDate),
  ...(value !== undefined ? [`value:${value}`] : []),
  ...(bare && value !== undefined && !isKnown(language) ? [`any:${value}`] : []),
];

const units = (text: string): string[] => text.split('\n').flatMap(splitSentences);

/** Each promise with what its sentence, the one before it and the title are about. */
function readPromises({ text, title, language }: Statement & { title: string }): Map<string, Set<string>[]> {
  const about = matterOf(title, namesPromise);
  const promises = new Map<string, Set<string>[]>();
  let before = new Set<string>();
  for (const sentence of units(text)) {
    const own = matterOf(sentence, namesPromise);
    const matter = new Set([...about, ...before, ...own]);
    for (const key of findPledges(sentence, language).flatMap(impliedByPledge))
      promises.set(key, [...(promises.get(key) ?? []), matter]);
    before = own;
  }
  return promises;
}

/** Reads a text that may be relied on. */
export function readEvidence(
  { text, language, title = '' }: Statement & { title?: string },
  products: readonly string[],
): Evidence {
  const links = findLinks(`${title}\n${text}`);
  const names = findNames(links.rest, products);
  const figures = findFigures({ text: names.rest, language }, { loosely: true }).flatMap((claim) =>
    allKeys(claim, language),
  );
  const matters = readPromises({ text: findLinks(text).rest, title, language });
  const others = [
    ...links.claims.flatMap(({ keys }) => [...keys, ...impliedByLink(keys)]),
    ...names.claims.flatMap(({ keys }) => keys),
    ...(links.rest.match(WORD) ?? []).map((word) => `name:${word.toLowerCase().replace(/[_-]/g, '')}`),
    ...matters.keys(),
    ...findPledges(title, language).flatMap(impliedByPledge),
  ];
  return { keys: new Set([...figures, ...others]), figures, matters, language };
}

/** What all say together, but for what somebody says to have done: that holds for one customer alone. */
export const uniteEvidence = (all: readonly Evidence[]): Evidence => ({
  keys: new Set(all.flatMap(({ keys }) => [...keys].filter((key) => !key.endsWith(':deed')))),
  figures: [],
  matters: new Map(),
  language: '*',
});

/** Whether a promise is of the same matter. Words of two languages cannot be compared, nor what tells nothing. */
function isSameMatter(key: string, { matter }: Claim, { matters, language }: Evidence, spoken: string): boolean {
  const known = matters.get(key);
  if (!matter || !known || language !== spoken || key.split(':').length < 3) return true;
  return known.some((other) => [...matter].some((word) => other.has(word)));
}

/** Whether a text says so, too. What a language that we do not know counts is compared by its value alone. */
export function says(evidence: Evidence, claim: Claim, language: string): boolean {
  const { keys, value, bare } = claim;
  if (keys.some((key) => evidence.keys.has(key) && isSameMatter(key, claim, evidence, language))) return true;
  if (value === undefined) return false;
  const isLoose = bare === true && !isKnown(language) && evidence.keys.has(`value:${value}`);
  return isLoose || evidence.keys.has(`any:${value}`);
}
