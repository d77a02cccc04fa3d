import { squeeze } from './plain-text.ts';

const LONGEST = 600;
/** Of letters and digits: a shorter quote stands in every text and proves nothing. */
const LEAST = 6;
const LEAST_WIDE = 3;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const SIGN = /[\p{L}\p{N}]/gu;

/** A source, read once for all the quotes that are looked for in it. */
export type Quotable = { original: string; text: string; origins: readonly number[] };

export const toQuotable = (original: string): Quotable => ({ original, ...squeeze(original) });

/** The words of a source that a quote repeats, as they stand there; null when it does not. */
export function findQuote(quote: string, { original, text, origins }: Quotable): string | null {
  const wanted = withoutEdges(squeeze(quote.slice(0, LONGEST)).text);
  const telling = wanted.match(SIGN)?.length ?? 0;
  if (telling < (WIDE.test(wanted) ? LEAST_WIDE : LEAST)) return null;
  const at = text.indexOf(wanted);
  if (at < 0) return null;
  const last = origins[at + wanted.length - 1] ?? 0;
  return original.slice(origins[at], last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)).slice(0, LONGEST);
}

/** Without the full stop or the dots that a quote may begin and end with. */
function withoutEdges(text: string): string {
  const signs = [...text.matchAll(SIGN)];
  const last = signs.at(-1);
  return last ? text.slice(signs[0]?.index, last.index + last[0].length) : '';
}
