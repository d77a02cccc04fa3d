import type { MaskHints } from '../../../ports/masker.ts';
import type { Person } from '../../../ports/ticket.ts';
import { findKnownWords, findSubstrings, fold, MOST_WORDS, NO_SPACES, wordsOf } from './known-words.ts';
import { countsAlone, isEveryday } from './name-words.ts';
import { normalise } from './normalise.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

const LEGAL_FORM =
  /[ ,.]{1,3}(?:gmbh(?: & co\.? kg(?:aa)?)?|mbh|ag|kg|ohg|ug|e\.? ?v|se|inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|s\.? ?a\.? ?s?|sarl|s\.à r\.l|s\.? ?l\.? ?u?|s\.? ?r\.? ?l|s\.? ?p\.? ?a|ltda|eireli|b\.? ?v|n\.? ?v|oy|ab|a\/s|as|pty(?: ltd)?|sp\. z o\.? ?o|kk|k\.k)\.?$/iu;
const EASTERN_FORM =
  /^(?:株式会社|有限会社|合同会社|（株）|\(株\)) ?| ?(?:株式会社|有限会社|合同会社|（株）|\(株\)|有限公司)$/gu;

/** The people and organisations that the helpdesk told us, whole and in parts, wherever they stand as words. */
export function findNames(reading: Reading, { people, organisations = [] }: MaskHints): Span[] {
  const named = knownPeople(people);
  const organised = knownOrganisations(organisations);
  return [
    ...findKnownWords('NAME', reading, { names: named.words, countsAlone }),
    ...findSubstrings('NAME', reading.text, named.substrings),
    ...findKnownWords('ORG', reading, { names: organised.words, countsAlone }),
    ...findSubstrings('ORG', reading.text, organised.substrings),
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
      for (const part of [name, ...name.split(/[\s・]/)])
        if (part.length >= 2 && !isEveryday(part)) substrings.add(part);
    if (parts.length > 1 && parts.length <= MOST_WORDS) words.set(parts.map(fold).join(' '), name);
    for (const part of parts) if ([...part].length >= 3 && !isEveryday(part)) words.set(fold(part), part);
  }
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
      const isGeneric = parts.every(isEveryday);
      if (NO_SPACES.test(name)) {
        if (name.length >= 2) substrings.add(name);
      } else if (name.length >= 3 && parts.length <= MOST_WORDS && !isGeneric)
        words.set(parts.map(fold).join(' '), name);
    }
  }
  return { words, substrings };
}
