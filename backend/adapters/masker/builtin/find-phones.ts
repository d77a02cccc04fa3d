import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString as parseMobile } from 'libphonenumber-js/mobile';
import { isNumberRow } from './number-rows.ts';
import { isCalling } from './phone-words.ts';
import type { Reading } from './reading.ts';
import { isReference } from './reference-words.ts';
import { matchSpans, type Span } from './span.ts';

const CANDIDATE =
  /(?<![a-z\u00c0-\u052f\d@#/=&?$€£¥-]|\d[.,])(?:\+ ?|00)?(?:\(\+?\d{1,5}\)[ .-]?\n?)?\d(?:[ ()./\u2010-\u2015-]{0,3}\d){5,14}(?:,? ?(?:x|ext\.?|extension|poste|durchwahl|ramal) ?\d{1,6})?(?![a-z\u00c0-\u052f\d@]|[-,.]\d)/giu;
/** A number of six digits needs a clearer word. */
const WORD_RIGHT_BEFORE =
  /(?:(?<!\p{L})(?:(?:tele)?phone|call|tel|fax|mobile?|cell|ring|desk|office|llamar?|anrufen|appeler|ligar)|電話)[\s:.=(]{0,8}$/iu;
/** How many of something. */
const UNIT_AFTER =
  /^ ?(?:users?|points?|punkte|puntos|pontos|customers|people|units?|pcs|requests|seconds|stück|einheiten|unidades|unités|times|views|files|rows|records|bytes|items|[km]b|ms)(?![a-z])/i;
const CODE_BEFORE = /(?<!\p{L})(?:id|code|error|errno|no|hash|timestamp|uid|key|value)[\s.:#="']{0,4}$/iu;
const WORD_AFTER = /^[\s,(-]{0,3}(?:office|fax|cell|mobile?|phone|tel|home|work|direct|voice|pager|desk)(?![a-z])/i;
/** `ext. 4711`, "reach me at 5-7735": too short to be a number without such words. */
const EXTENSION =
  /(?<=\b(?:ext|extension|durchwahl|poste|ramal)[.:]? |\b(?:reach|call|text) (?:me|us|him|her) (?:at|on) )\d-?\d{3,4}(?![\p{L}\d]|[-.,/]\d)/giu;
const MY_NUMBER =
  /\b(?:my|our|mi|mein|meine|mon|meu) (?:\p{L}{1,12} )?(?:number|número|nummer|numéro) (?:is|es|ist|est|é) $/iu;
const DATE =
  /^(?:(?:19|20)\d{2}[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)\d{2}|(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1\d{2})(?!\d|[./-]\d)/;
/** `2026-1234567`: a case of that year. */
const YEAR_FIRST = /^(?:19|20)\d{2}[-/]\d{4,8}$/;
const REGIONS: readonly CountryCode[] = [
  'US',
  'GB',
  'DE',
  'FR',
  'ES',
  'BR',
  'JP',
  'IT',
  'AU',
  'IN',
  'MX',
  'PT',
  'CH',
  'NL',
  'IL',
  'CN',
];
/** So many numbers of unclear country are looked up per text; what comes after counts as a phone number unseen. */
const MAX_LOOKUPS = 60;

export function findPhones(reading: Reading): Span[] {
  const own = [...reading.regions].filter((region) => isSupportedCountry(region));
  const all = [...new Set([...own, ...REGIONS])];
  const spans: Span[] = [];
  let lookups = 0;
  for (const match of reading.text.matchAll(CANDIDATE)) {
    const [number] = match;
    const clue = readClue(number, match.index, reading);
    const isPhone =
      clue === 'unclear'
        ? ++lookups > MAX_LOOKUPS || isValidIn(number, all)
        : clue === 'phone' ||
          (clue === 'bare' && isValidIn(number, own)) ||
          (clue === 'solid' && own.length > 0 && (++lookups > MAX_LOOKUPS || isMobileIn(number, own)));
    if (isPhone) spans.push({ kind: 'PHONE', start: match.index, end: match.index + number.length });
  }
  return [...spans, ...matchSpans('PHONE', EXTENSION, reading.text)];
}

type Clue = 'phone' | 'unclear' | 'bare' | 'solid' | 'other';

/** `bare`: a number of the account's own country may be one; `solid`: a mobile number of it. */
function readClue(number: string, start: number, { text, isBare }: Reading): Clue {
  const digits = number.replace(/\D/g, '').length;
  if (DATE.test(number)) return 'other';
  if (number.startsWith('+')) return digits >= 7 ? 'phone' : 'other';
  if (isReference(text, start) || isNumberRow(number)) return 'other';
  const before = text.slice(Math.max(0, start - 40), start);
  const end = start + number.length;
  const after = text.slice(end, end + 16);
  if (UNIT_AFTER.test(after)) return 'other';
  const isNamed =
    (digits >= 7 ? isCalling(text, start, spareWords(number)) : WORD_RIGHT_BEFORE.test(before)) ||
    WORD_AFTER.test(after);
  if (isNamed && (digits >= 7 || /\D/.test(number))) return 'phone';
  const isGrouped = /\D/.test(number) || number.startsWith('0') || MY_NUMBER.test(before);
  if (digits >= 9 && isGrouped && !isVersion(number) && !YEAR_FIRST.test(number) && !/\d ?$/.test(before))
    return 'unclear';
  if (isBare) return 'bare';
  return /^\d{9,12}$/.test(number) && !CODE_BEFORE.test(before) ? 'solid' : 'other';
}

/** A grouped number is a phone number even a few words after the one for calling. */
const spareWords = (number: string): number =>
  /\d[ ()./-]{1,3}\d/.test(number) && !isVersion(number) && !YEAR_FIRST.test(number) ? 2 : 0;

/** `114.0.5735.289`, `1.64.0 (106400`: dots between groups that no phone number has, or a bracket that never closes. */
const isVersion = (number: string): boolean =>
  (number.includes('.') && number.split(/\D{1,5}/).some((group) => group.length === 1 || group.length > 4)) ||
  number.split('(').length !== number.split(')').length;

const isValidIn = (number: string, regions: readonly CountryCode[]): boolean =>
  regions.some((region) => parsePhoneNumberFromString(number.replace(/^00/, '+'), region)?.isValid() === true);

const isMobileIn = (number: string, regions: readonly CountryCode[]): boolean =>
  regions.some((region) => parseMobile(number, region)?.isValid() === true);
