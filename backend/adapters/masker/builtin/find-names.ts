import type { MaskHints } from '../../../ports/masker.ts';
import type { Person } from '../../../ports/ticket.ts';
import { findKnownWords, findSubstrings, fold, MOST_WORDS, wordsOf } from './known-words.ts';
import { normalise } from './normalise.ts';
import type { Span } from './span.ts';

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Parts of names that are no name at all. */
const NEVER = new Set(
  'support team service services customer help helpdesk desk admin info sales billing system systems user agent client account office solutions software online digital global international national general the and von van der den del los las dos das los test name unknown mrs miss dr prof inc ltd gmbh llc corp company group bank shop store home one first new'.split(
    ' ',
  ),
);
/** Names that are words too: they count only as a name is written. */
const ALSO_WORDS = new Set(
  'bill will mark may sue rich hope grace faith joy pat rob chase grant drew art dean page price long short young white black brown green king cash love best case frank miles pierce wade june april august summer rose dawn ray jack nick pierre blanc noir belle rey cruz flores paz luz sol klein gross lang kurz koch richter schneider weber apple orange target visa square stripe block meta next boots shell gap zoom slack'.split(
    ' ',
  ),
);
const isAlsoWord = (key: string): boolean => ALSO_WORDS.has(key);
const LEGAL_FORM =
  /[ ,.]{1,3}(?:gmbh(?: & co\.? kg(?:aa)?)?|mbh|ag|kg|ohg|ug|e\.? ?v|se|inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|s\.? ?a\.? ?s?|sarl|s\.à r\.l|s\.? ?l\.? ?u?|s\.? ?r\.? ?l|s\.? ?p\.? ?a|ltda|eireli|b\.? ?v|n\.? ?v|oy|ab|a\/s|as|pty(?: ltd)?|sp\. z o\.? ?o|kk|k\.k)\.?$/iu;
const EASTERN_FORM =
  /^(?:株式会社|有限会社|合同会社|（株）|\(株\)) ?| ?(?:株式会社|有限会社|合同会社|（株）|\(株\)|有限公司)$/gu;

/** The people and organisations that the helpdesk told us, whole and in parts, wherever they stand as words. */
export function findNames(text: string, { people, organisations = [] }: MaskHints): Span[] {
  const named = knownPeople(people);
  const organised = knownOrganisations(organisations);
  return [
    ...findKnownWords('NAME', text, { names: named.words, isAlsoWord }),
    ...findSubstrings('NAME', text, named.substrings),
    ...findKnownWords('ORG', text, { names: organised.words, isAlsoWord }),
    ...findSubstrings('ORG', text, organised.substrings),
  ];
}

type Names = { words: Map<string, string>; substrings: Set<string> };

const clean = (name: string | null): string =>
  normalise(name ?? '')
    .slice(0, 200)
    .trim();

function knownPeople(people: readonly Person[]): Names {
  const words = new Map<string, string>();
  const substrings = new Set<string>();
  for (const person of people) {
    const name = clean(person.name);
    const parts = wordsOf(name);
    if (NO_SPACES.test(name))
      for (const part of [name, ...name.split(/[\s・]/)]) if (part.length >= 2) substrings.add(part);
    if (parts.length > 1 && parts.length <= MOST_WORDS) words.set(parts.map(fold).join(' '), name);
    for (const part of parts) if ([...part].length >= 3 && !NO_SPACES.test(part)) words.set(fold(part), part);
  }
  for (const word of NEVER) words.delete(word);
  return { words, substrings };
}

/** Each with and without its legal form, never a part of it. */
function knownOrganisations(organisations: readonly string[]): Names {
  const words = new Map<string, string>();
  const substrings = new Set<string>();
  for (const organisation of organisations) {
    const whole = clean(organisation);
    const core = whole.replace(LEGAL_FORM, '').replace(EASTERN_FORM, '');
    for (const name of [whole, core]) {
      const parts = wordsOf(name);
      const isGeneric = parts.every((part) => NEVER.has(fold(part)));
      if (NO_SPACES.test(name)) {
        if (name.length >= 2) substrings.add(name);
      } else if (name.length >= 3 && parts.length <= MOST_WORDS && !isGeneric)
        words.set(parts.map(fold).join(' '), name);
    }
  }
  return { words, substrings };
}
