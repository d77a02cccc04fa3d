import type { Claim } from './claim.ts';

const WORD = /(?<![A-Za-z\d_-])[A-Za-z\d][A-Za-z\d_-]{0,80}/g;
const MARK = /[™®©℠]/g;
/** As far as a name before a mark can reach. */
const REACH = 60;
/** A figure with its unit, an ordinal, a time: no name. */
const COUNTED =
  /^\d+(?:st|nd|rd|th|er|re|e|a|o|h|hrs?|min|mins|sec|s|ms|d|w|m|y|am|pm|x|k|[kmgt]i?b|[kmgt]o|[kmgt]?bps|px|mm|cm|km|kg|mg|ml|g|l|[kmg]?hz|mah|w|v|eur|usd|gbp|chf|jpy|brl|uhr|tage?n?|h\d\d|jours?|dias?|horas?|days?|hours?|weeks?)$/i;
/** URLs, IDs; GmbH; MitarbeiterInnen. */
const NO_NAME = /^(?:[A-Z]{2,6}s|GmbH|[A-Z]?[a-zäöüß]{2,40}In(?:nen)?|[A-Z][a-z]?\.?[A-Z]|PhD|MwSt|eMail|eMails)$/;
const INNER_CAPITAL = /[a-z][A-Z]|^[A-Z]{2,}[a-z]{2,}/;
const LONG_CODE = 4;

const joined = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');
const digitsIn = (word: string): number => word.match(/\d/g)?.length ?? 0;

/** ORD-48213, ERR_404, 0x80070005, H264; not 24-hour, 5-10 or two-step. */
function isCode(word: string): boolean {
  const pieces = word.split(/[_-]/);
  const mixes = pieces.some((piece) => /\d/.test(piece) && /[a-z]/i.test(piece) && !COUNTED.test(piece));
  const series = pieces.some((piece) => /^[A-Z]{2,}$/.test(piece)) && pieces.some((piece) => /^\d{2,}$/.test(piece));
  return mixes || series;
}

const isName = (word: string): boolean =>
  word.split('-').some((piece) => INNER_CAPITAL.test(piece) && !NO_NAME.test(piece));

/** Codes and names that look like a product's, and the text without the codes. */
function findLookalikes(text: string): { claims: Claim[]; rest: string } {
  const claims: Claim[] = [];
  const rest = text.replace(WORD, (word) => {
    const code = isCode(word);
    if (!code && !isName(word)) return word;
    claims.push({ reason: digitsIn(word) >= LONG_CODE ? 'figure' : 'product', keys: [`name:${joined(word)}`] });
    return code ? ' ' : word;
  });
  const marked = [...text.matchAll(MARK)].flatMap(({ index }): Claim[] => {
    const before = text.slice(Math.max(0, index - REACH), index).trimEnd();
    const name = before.split(/[^\p{L}\p{N}-]/u).at(-1);
    return name ? [{ reason: 'product', keys: [`name:${joined(name)}`] }] : [];
  });
  return { claims: [...claims, ...marked], rest };
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether a tenant's name stands there as a word of its own; one that is written small is found however it is written. */
function mentions(text: string, name: string): boolean {
  const isProper = name !== name.toLowerCase();
  const [within, wanted] = isProper ? [text, name] : [text.toLowerCase(), name];
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const around = [within[at - 1] ?? '', within[at + wanted.length] ?? ''];
    if (!around.some((sign) => LETTER.test(sign)) || !/^[\p{Script=Latin}]/u.test(name)) return true;
  }
  return false;
}

/** Names of products in a text: those of the tenant's list, and whatever looks like one. */
export function findNames(text: string, products: readonly string[]): { claims: Claim[]; rest: string } {
  // NFKC would write ™ as letters of the name.
  const normal = text.replace(MARK, '®').normalize('NFKC');
  const listed = products
    .filter((product) => mentions(normal, product.normalize('NFKC')))
    .map((product): Claim => ({ reason: 'product', keys: [`product:${product}`] }));
  const { claims, rest } = findLookalikes(normal);
  return { claims: [...listed, ...claims], rest };
}
