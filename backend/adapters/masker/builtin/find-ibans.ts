import { isMod97 } from './checksums.ts';
import type { Span } from './span.ts';

const LENGTHS: Record<string, number> = Object.fromEntries(
  (
    'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22' +
    'GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31' +
    'MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'
  )
    .match(/[A-Z]{2}\d{2}/g)
    ?.map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]) ?? [],
);
const START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9])/g;

export function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(START)) {
    const length = LENGTHS[match[0].slice(0, 2).toUpperCase()];
    const end = length === undefined ? null : ibanEnd(text, match.index, length);
    if (end !== null) spans.push({ kind: 'IBAN', start: match.index, end });
  }
  return spans;
}

/** Where an IBAN of this length ends when its characters check, separators skipped. */
function ibanEnd(text: string, start: number, length: number): number | null {
  let compact = '';
  let index = start;
  for (; compact.length < length && index < start + length * 2; index++) {
    const character = text[index] ?? '';
    if (/[A-Za-z0-9]/.test(character)) compact += character.toUpperCase();
    else if (!/[ .\u2010-\u2015-]/.test(character)) return null;
  }
  if (
    text
      .slice(start, index)
      .split(/[^A-Za-z0-9]/)
      .some((group) => !/^$|\d|^[A-Za-z]{4}$|^[A-Z]{1,3}$/.test(group))
  )
    return null;
  const isBounded = !/[A-Za-z0-9]/.test(text[index] ?? '');
  return compact.length === length && isBounded && isMod97(compact) ? index : null;
}
