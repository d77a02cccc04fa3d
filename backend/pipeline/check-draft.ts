import type { Draft } from '../contract/triage.ts';
import type { Passage } from '../ports/engine.ts';

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]{0,40}\]/g;
/** With any scheme, or bare: `pay.example/now` is a link to whoever reads it. */
const LINKS = [
  /(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>()]{1,300}/giu,
  /(?<![\p{L}\p{N}-])(?:[\p{L}\p{N}-]{1,63}\.){1,5}[a-z]{2,24}(?:\/[^\s<>()]{0,300})?/giu,
];
const EMAIL = /(?<![^\s@<>()])[^\s@<>()]{1,320}@[^\s@<>()]{1,190}/gu;
/** Amounts, dates, order numbers, times: anything with a digit, except list numbering at the start of a line. */
const FIGURE = /\p{N}[\p{N}.,:/-]{0,40}/gu;
const NUMBERING = /^\s{0,20}\d{1,2}[.)]\s/u;
const AMOUNT =
  /(?:\p{Sc}|EUR|USD|GBP|CHF|JPY)\s?\p{N}[\p{N}.,]{0,20}|(?<![\p{N}.,])\p{N}[\p{N}.,]{0,20}\s?(?:\p{Sc}|EUR|USD|GBP|CHF|JPY|円|euros?|dollars?)/giu;
/** A longer number in another customer's answer is theirs: an order, a date, a sum. */
const GENERAL_DIGITS = 3;

/** What the cited sources say: their text for links and addresses, and the figures that hold for every customer. */
export type Evidence = { text: string; figures: ReadonlySet<string> };

const figuresIn = (text: string): string[] =>
  (text.match(FIGURE) ?? []).map((found) => found.replace(/(?<!\P{N})\P{N}{1,40}$/u, ''));
const digitsOf = (figure: string): number => figure.match(/\p{N}/gu)?.length ?? 0;

function figuresOf({ source, answer }: Passage): string[] {
  if (source.kind === 'article') return figuresIn(answer);
  return figuresIn(answer.replaceAll(AMOUNT, ' ')).filter((figure) => digitsOf(figure) <= GENERAL_DIGITS);
}

/** Of an article every figure counts, since it is written for everyone; of a solved ticket only small ones that are no amounts. */
export const gatherEvidence = (cited: readonly Passage[]): Evidence => ({
  text: cited.map(({ answer, source }) => `${answer}\n${source.url ?? ''}`).join('\n'),
  figures: new Set(cited.flatMap(figuresOf)),
});

const bareEnd = (found: string): string => found.replace(/(?<![.,;!?])[.,;!?]{1,300}$/u, '');

function unsupported(sentence: string, evidence: Evidence, vault: Readonly<Record<string, string>>): string | null {
  const foreign = (sentence.match(PLACEHOLDER) ?? []).find((placeholder) => !(placeholder in vault));
  if (foreign) return "another customer's data";
  const bare = sentence.replaceAll(PLACEHOLDER, ' ').replace(NUMBERING, '');
  const isMissing = (found: string) => !evidence.text.includes(bareEnd(found));
  if (bare.match(EMAIL)?.some(isMissing)) return 'an address that no source gives';
  if (LINKS.some((link) => bare.match(link)?.some(isMissing))) return 'a link that no source gives';
  // The digits of a link that a source gives are part of the link.
  const figures = figuresIn(LINKS.reduce((text, link) => text.replaceAll(link, ' '), bare));
  return figures.every((figure) => evidence.figures.has(figure)) ? null : 'a figure that no source gives';
}

const sentencesOf = (line: string, language: string): string[] =>
  [...new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' }).segment(line)].map(
    ({ segment }) => segment,
  );

/**
 * Takes out every sentence with a link, address, figure or placeholder that stands in none of the sources: the
 * customer's own words are no evidence, so that writing "you owe me 500 €" does not make the draft promise it.
 */
export function checkDraft(
  draft: { text: string; language: string },
  evidence: Evidence,
  vault: Readonly<Record<string, string>>,
): Pick<Draft, 'text' | 'removed'> {
  const removed: Draft['removed'] = [];
  const lines = draft.text.split('\n').map((line) =>
    sentencesOf(line, draft.language)
      .filter((sentence) => {
        const reason = unsupported(sentence, evidence, vault);
        if (reason) removed.push({ text: sentence.trim().slice(0, 400), reason });
        return reason === null;
      })
      .join('')
      .trimEnd(),
  );
  return {
    text: lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    removed: removed.slice(0, 20),
  };
}
