import { isCnpj, isCpf, isDni, isGermanTaxId, isLuhn, isMod97, isMyNumber, isNhs, isNir } from './checksums.ts';
import { matchSpans, type Span } from './span.ts';

const DIGIT_RUN = /\d(?:[ .\u2010-\u2015-]{0,3}\d){12,}/g;
const NETWORK =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[0-8]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|35\d{14}|6\d{12,18}|2131\d{11}|1\d{14}|8\d{15})$/;
/** Lengths of card numbers by their first digit, the usual one first. */
const LENGTHS: Record<string, number[]> = {
  1: [15],
  2: [16, 15],
  3: [15, 14, 16, 19, 18, 17],
  4: [16, 13, 19],
  5: [16],
  6: [16, 19, 18, 17, 15, 14, 13],
  8: [16],
};

/** Card numbers inside runs of digits and separators, also where other numbers stand beside them. */
export function findCards(text: string): Span[] {
  const spans: Span[] = [];
  for (const run of text.matchAll(DIGIT_RUN)) {
    const { digits, at } = readDigits(run[0]);
    for (let first = 0; first + 13 <= digits.length; first++) {
      if (isWithinGroup(at, first)) continue;
      const length = LENGTHS[digits[first] ?? '']?.find((size) => isCardAt(digits, at, first, size));
      if (length === undefined) continue;
      const last = first + length - 1;
      spans.push({ kind: 'CARD', start: run.index + (at[first] ?? 0), end: run.index + (at[last] ?? 0) + 1 });
      first = last;
    }
  }
  return spans;
}

function readDigits(run: string): { digits: string; at: number[] } {
  const at: number[] = [];
  for (let index = 0; index < run.length; index++)
    if (run.charCodeAt(index) >= 48 && run.charCodeAt(index) <= 57) at.push(index);
  return { digits: run.replace(/\D/g, ''), at };
}

/** Whether the digit at `index` follows another one without a separator. */
const isWithinGroup = (at: number[], index: number): boolean =>
  index > 0 && index < at.length && at[index] === (at[index - 1] ?? 0) + 1;

function isCardAt(digits: string, at: number[], first: number, length: number): boolean {
  const end = first + length;
  if (end > digits.length || isWithinGroup(at, end)) return false;
  const number = digits.slice(first, end);
  return NETWORK.test(number) && isLuhn(number);
}

const IBAN_LENGTHS: Record<string, number> = Object.fromEntries(
  (
    'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22' +
    'GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31' +
    'MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'
  )
    .match(/[A-Z]{2}\d{2}/g)
    ?.map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]) ?? [],
);
const IBAN_START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9])/g;

export function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(IBAN_START)) {
    const length = IBAN_LENGTHS[match[0].slice(0, 2).toUpperCase()];
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
  const bounded = !/[A-Za-z0-9]/.test(text[index] ?? '');
  return compact.length === length && bounded && isMod97(compact) ? index : null;
}

const SSN = /(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g;
const NAMED_SSN = /(?<!\d)\d{9}(?!\d)(?<=\b(?:ssn|social security|itin)[^\d\n]{0,24}\d{9})/giu;

export const findSsns = (text: string): Span[] => [
  ...matchSpans('SSN', SSN, text),
  ...matchSpans('SSN', NAMED_SSN, text),
];

const IDS: { pattern: RegExp; isValid?: (id: string) => boolean }[] = [
  { pattern: /(?<![\p{L}\d])(?:\d{8}|[XYZ][- ]?\d{7})[- ]?[A-HJ-NP-TV-Z](?![\p{L}\d])/giu, isValid: isDni },
  { pattern: /(?<!\d)[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/gi, isValid: isNir },
  { pattern: /(?<!\d)\d{2} \d{3} \d{3} \d{3}(?!\d)/g, isValid: isGermanTaxId },
  { pattern: /(?<!\d)\d{11}(?!\d)(?<=(?:steuer|tax|\bidnr|\btin)[^\d\n]{0,40}\d{11})/giu, isValid: isGermanTaxId },
  { pattern: /(?<!\d)\d{3}\.?\d{3}\.?\d{3}[- ]?\d{2}(?!\d)/g, isValid: isCpf },
  { pattern: /(?<!\d)\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}(?!\d)/g, isValid: isCnpj },
  { pattern: /(?<!\d)\d{4}[ -]\d{4}[ -]\d{4}(?![ -]?\d)/g, isValid: isMyNumber },
  {
    pattern: /(?<!\d)\d{12}(?!\d)(?<=(?:マイナンバー|個人番号|my ?number)[^\d\n]{0,12}\d{12})/giu,
    isValid: isMyNumber,
  },
  { pattern: /(?<!\d)\d{3}[ -]\d{3}[ -]\d{4}(?!\d)/g, isValid: isNhs },
  {
    pattern:
      /(?<![\p{L}\d])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/giu,
  },
  { pattern: /(?<![\p{L}\d])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\d])/gu },
];

export const findNationalIds = (text: string): Span[] =>
  IDS.flatMap(({ pattern, isValid }) => matchSpans('ID', pattern, text, isValid));
