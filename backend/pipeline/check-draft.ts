import type { Draft } from '../contract/triage.ts';

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]{0,40}\]/g;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>()]{1,300}/giu;
const EMAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,190}/gu;
/** Amounts, dates, order numbers, times: anything with a digit, except list numbering at the start of a line. */
const FIGURE = /\p{N}[\p{N}.,:/-]{0,40}/gu;
const NUMBERING = /^\s*\d{1,2}[.)]\s/u;

const digits = (text: string): string => text.replaceAll(/[^\p{N}]+$/gu, '');

function unsupported(sentence: string, evidence: string, vault: Readonly<Record<string, string>>): string | null {
  const foreign = (sentence.match(PLACEHOLDER) ?? []).find((placeholder) => !(placeholder in vault));
  if (foreign) return "another customer's data";
  const bare = sentence.replaceAll(PLACEHOLDER, ' ').replace(NUMBERING, '');
  const link = (bare.match(LINK) ?? []).find((found) => !evidence.includes(found.replace(/[.,;!?]+$/u, '')));
  if (link) return 'a link that no source gives';
  const address = (bare.match(EMAIL) ?? []).find((found) => !evidence.includes(found.replace(/[.,;!?]+$/u, '')));
  if (address) return 'an address that no source gives';
  const figure = (bare.match(FIGURE) ?? []).map(digits).find((found) => found !== '' && !evidence.includes(found));
  return figure ? 'a figure that no source gives' : null;
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
  evidence: string,
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
