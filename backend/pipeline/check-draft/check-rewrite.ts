import type { Struck } from '../../contract/triage.ts';
import type { MaskedText, RawRewritten } from '../../ports/engine.ts';
import { type Masker, type MaskingPolicy, PLACEHOLDER, restore, type Vault } from '../../ports/masker.ts';
import { findUnsupported, readable } from './check-sentence.ts';
import type { Claim } from './claim.ts';
import { type Evidence, isKnown, readEvidence, says } from './evidence.ts';
import { findFigures } from './find-figures.ts';
import { findLinks } from './find-links.ts';
import { findNames } from './find-names.ts';
import { findForeign, type Own, toPublished } from './foreign-data.ts';

export type RewriteToCheck = {
  given: readonly MaskedText[];
  givenLanguage: string;
  sentences: readonly RawRewritten[];
  language: string;
  products: readonly string[];
  vault: Vault;
  policy: MaskingPolicy;
};

export type RewriteChecked = {
  sentences: { text: string; struck: Struck | null }[];
  /** Whether every number, link, address and placeholder that was given is still there. */
  whole: boolean;
};

const placeholdersIn = (text: string): string[] => text.match(PLACEHOLDER) ?? [];

const evidenceOf = (text: string, language: string, products: readonly string[]): Evidence =>
  readEvidence({ text: readable(text), language: language.slice(0, 2) }, products);

const areKnown = ({ language, givenLanguage }: RewriteToCheck): boolean => isKnown(language) && isKnown(givenLanguage);
const digitsIn = (text: string): string[] => text.match(/\d{1,20}/g) ?? [];

/** What a sentence may rest on. In a language whose dates and numbers we cannot read, each of the given digits is a figure. */
function restingOn(stems: string, input: RewriteToCheck): Evidence {
  const { givenLanguage, products } = input;
  const evidence = evidenceOf(stems, givenLanguage, products);
  if (areKnown(input)) return evidence;
  const figures = digitsIn(readable(stems)).flatMap((digits) => [`any:${Number(digits)}`, `value:${Number(digits)}`]);
  return { ...evidence, keys: new Set([...evidence.keys, ...figures]) };
}

/** What can be counted or followed, also in a question. */
function telling(text: string, language: string, products: readonly string[]): Claim[] {
  const { claims, rest } = findLinks(readable(text));
  return [...claims, ...findFigures({ text: findNames(rest, products).rest, language: language.slice(0, 2) })];
}

function isWhole(input: RewriteToCheck, kept: readonly string[]): boolean {
  const { given, givenLanguage, language, products } = input;
  const [before, after] = [given.join(''), kept.join('')];
  const left = new Set(placeholdersIn(after));
  const evidence = evidenceOf(after, language, products);
  const claims = telling(before, givenLanguage, products).filter(
    ({ reason }) => areKnown(input) || reason === 'link' || reason === 'address',
  );
  const digits = new Set(digitsIn(readable(after)));
  return (
    placeholdersIn(before).every((placeholder) => left.has(placeholder)) &&
    claims.every((claim) => says(evidence, claim, givenLanguage.slice(0, 2))) &&
    (areKnown(input) || digitsIn(readable(before)).every((one) => digits.has(one)))
  );
}

/** Strikes what a sentence says and those that it stems from do not: a rewrite brings nothing new in. */
export function checkRewrite(input: RewriteToCheck, masker: Masker): RewriteChecked {
  const { given, language, products, vault, policy } = input;
  const said = new Set(given.flatMap(placeholdersIn));
  const published = toPublished(restore(given.join(''), vault));
  const own: Own = { vault, emails: [], published: () => published, policy };
  const sentences = input.sentences.map(({ text: written, from }) => {
    const { text, struck: foreign } = findForeign(written, own, masker);
    const unknown = placeholdersIn(written).some((placeholder) => !said.has(placeholder));
    const stems = from.flatMap((place) => given[place - 1] ?? []).join('');
    const source = stems === '' ? null : restingOn(stems, input);
    const against = { source, policy: [], products, language: language.slice(0, 2) };
    const struck = unknown ? 'foreign_data' : (foreign ?? findUnsupported(text, against));
    return { text, struck };
  });
  const kept = sentences.flatMap(({ text, struck }) => (struck ? [] : [text]));
  return { sentences, whole: isWhole(input, kept) };
}
