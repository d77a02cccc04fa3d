import type { DraftPart, Struck } from '../../contract/triage.ts';
import type { Passage, RawSentence } from '../../ports/engine.ts';
import type { Masker } from '../../ports/masker.ts';
import { findUnsupported } from './check-sentence.ts';
import { type Evidence, readEvidence, uniteEvidence } from './evidence.ts';
import { findQuote, type Quotable, toQuotable } from './find-quote.ts';
import { findForeign, type Own, toPublished } from './foreign-data.ts';
import { isLead, leansBack } from './leaning.ts';
import { splitSentences } from './split-sentences.ts';

export type DraftToCheck = {
  /** As an engine gave them. */
  sentences: readonly RawSentence[];
  language: string;
  /** Those that the draft may be made of, as the engine saw them. */
  passages: readonly Passage[];
  /** What every agent may say. */
  policy: readonly string[];
  products: readonly string[];
  own: Omit<Own, 'published'>;
};

const LONGEST = 2000;
/** Of a tenant's rules, in characters: more would take longer to read than a draft may. */
const MOST_POLICY = 30_000;

/** Whether its figures and promises hold for others, too: published, or approved by a person. */
const isTrusted = ({ source }: Passage): boolean => source.kind === 'article' || source.gold;

/** An article says what its title says; that of a ticket is its customer's own. */
const titleOf = ({ source }: Passage): string => (source.kind === 'article' ? source.title : '');
const statementOf = ({ source, answer }: Passage): string =>
  source.kind === 'article' ? `${answer}\n${source.url ?? ''}` : answer;

type Source = { quotable: Quotable; url: string | null; evidence: Evidence };
type Known = {
  policy: Evidence[];
  /** Read when a sentence first names it: most drafts name one or two. */
  find: (id: string) => Source | null;
  own: Own;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

function firstOf(policy: readonly string[]): string[] {
  let length = 0;
  return policy.filter((rule) => {
    length += rule.length;
    return length <= MOST_POLICY;
  });
}

function gather({ passages, policy, products, own }: DraftToCheck): Known {
  const trusted = passages.filter(isTrusted);
  const read = (passage: Passage): Evidence =>
    readEvidence(
      { text: statementOf(passage), language: passage.source.language.slice(0, 2), title: titleOf(passage) },
      products,
    );
  // What a ticket says that nobody has approved has to stand in something that may be relied on.
  const all = once(() => uniteEvidence(trusted.map(read)));
  const sources = new Map(
    passages.map((passage) => [
      passage.source.id,
      once(() => ({
        quotable: toQuotable(passage.answer),
        url: passage.source.url,
        evidence: isTrusted(passage) ? read(passage) : all(),
      })),
    ]),
  );
  const articles = passages
    .filter(({ source }) => source.kind === 'article')
    .flatMap((article) => [titleOf(article), statementOf(article)]);
  return {
    policy: firstOf(policy)
      .flatMap(splitSentences)
      .map((text) => readEvidence({ text, language: '*' }, products)),
    find: (id) => sources.get(id)?.() ?? null,
    own: { ...own, published: once(() => toPublished([...articles, ...policy].join('\n'))) },
  };
}

/** The words that a sentence rests on, as the source has them, or why it rests on nothing. */
function cite({ text, sourceId, quote }: RawSentence, source: Source | null) {
  if (sourceId === null) return { quote: null, struck: null };
  if (!source) return { quote: null, struck: 'no_source' as const };
  const found = findQuote(quote ?? '', source.quotable);
  // A sentence that leads to the source itself repeats its address.
  const leads = source.url !== null && text.includes(source.url) && (!quote || source.url.includes(quote.trim()));
  return { quote: found, struck: found === null && !leads ? ('quote_not_found' as const) : null };
}

function checkSentence(sentence: RawSentence, input: DraftToCheck, known: Known, masker: Masker): DraftPart {
  const { text, struck: foreign } = findForeign(cut(sentence.text), known.own, masker);
  const source = sentence.sourceId === null ? null : known.find(sentence.sourceId);
  const cited = cite(sentence, source);
  const against = {
    source: source?.evidence ?? null,
    policy: known.policy,
    products: input.products,
    language: input.language.slice(0, 2),
  };
  const struck: Struck | null = foreign ?? cited.struck ?? findUnsupported(text, against);
  return { text, sourceId: source && sentence.sourceId, quote: cited.quote, struck };
}

/** No half of a character or placeholder at the end. */
const cut = (text: string): string =>
  text.length <= LONGEST
    ? text.toWellFormed()
    : text
        .slice(0, LONGEST)
        .toWellFormed()
        .replace(/\[[A-Z]{0,12}_?\d{0,6}$/, '')
        .slice(0, LONGEST);

const endsParagraph = (text: string): boolean => text.slice(text.trimEnd().length).split('\n').length > 2;

/** The reason why a sentence goes with those that it leads to: all that follow it in its paragraph are struck. */
function reasonOfFollowers(
  parts: readonly DraftPart[],
  struck: readonly (Struck | null)[],
  index: number,
): Struck | null {
  const end = parts.findIndex(({ text }, at) => at > index && endsParagraph(text));
  const followers = struck.slice(index + 1, end < 0 ? undefined : end + 1);
  return followers.length > 0 && followers.every((reason) => reason !== null) ? (followers[0] ?? null) : null;
}

/** What leads to, or leans on, nothing but struck sentences goes with them. */
function strikeDangling(parts: readonly DraftPart[]): DraftPart[] {
  const struck = parts.map((part) => part.struck);
  parts.forEach(({ text }, index) => {
    const before = struck[index - 1];
    if (before && !struck[index] && leansBack(text)) struck[index] = before;
  });
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index];
    if (part && !struck[index] && isLead(part, parts[index + 1]?.text ?? ''))
      struck[index] = reasonOfFollowers(parts, struck, index);
  }
  return parts.map((part, index) => ({ ...part, struck: struck[index] ?? null }));
}

/**
 * Strikes what nobody who may be relied on says. A sentence's figures, links, names and promises have to stand in an
 * article, an approved ticket or the tenant's policy: the customer's own words are no evidence, so that writing "you owe
 * me 500 €" does not make the draft promise it.
 */
export function checkDraft(input: DraftToCheck, masker: Masker): DraftPart[] {
  const known = gather(input);
  return strikeDangling(input.sentences.map((sentence) => checkSentence(sentence, input, known, masker)));
}
