import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Span } from './span.ts';

const CANDIDATE =
  /(?<![a-z\u00c0-\u052f\d_@#/=&?$€£¥-]|\d[.,])(?:\+ ?|00)?(?:\(\+?\d{1,5}\)[ .-]?)?\d(?:[ ()./\u2010-\u2015-]{0,3}\d){5,14}(?:,? ?(?:x|ext\.?|extension|poste|durchwahl) ?\d{1,6})?(?![a-z\u00c0-\u052f\d_@]|[,.]\d)/giu;
const PHONE_WORD =
  /(?:\btel|phone|\bcall|\bring|mobil|\bcell|whatsapp|fax|\bcontact|reach|\btext me|\bsms|telef|móvil|celular|llam|handy|\bruf|anruf|rückruf|appel|portable|ligar|ligue|numéro|電話|携帯|連絡先|\bph\b|\bp:|\bt:|\bm:|\bf:|☎|📞)[^\d]{0,24}$/iu;
const OTHER_WORD =
  /(?:order|invoice|ticket|case|ref(?:erence)?|account|tracking|serial|article|part|customer|version|bestell|rechnung|kunden|auftrag|pedido|factura|cliente|commande|facture|fatura|注文|請求|会員|番号)[^\d\n]{0,18}$|[#№]\s{0,2}$/iu;
const DATE =
  /^(?:(?:19|20)\d{2}[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)\d{2})(?!\d)/;
const REGIONS: CountryCode[] = [
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
];
/** So many numbers of unclear country are looked up per text; what comes after counts as a phone number unseen. */
const MAX_LOOKUPS = 200;

export function findPhones(text: string, defaultRegion?: string): Span[] {
  const regions = defaultRegion && isSupportedCountry(defaultRegion) ? [defaultRegion, ...REGIONS] : REGIONS;
  const spans: Span[] = [];
  let lookups = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const clue = readClue(match[0], text.slice(Math.max(0, match.index - 40), match.index));
    const isPhone =
      clue === 'unclear' ? ++lookups > MAX_LOOKUPS || isValidSomewhere(match[0], regions) : clue === 'phone';
    if (isPhone) spans.push({ kind: 'PHONE', start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function readClue(candidate: string, before: string): 'phone' | 'other' | 'unclear' {
  const digits = candidate.replace(/\D/g, '').length;
  const called = PHONE_WORD.test(before);
  if (DATE.test(candidate)) return 'other';
  if (candidate.startsWith('+')) return digits >= 7 ? 'phone' : 'other';
  if (OTHER_WORD.test(before)) return 'other';
  if (called && digits >= 7) return 'phone';
  const grouped = /\D/.test(candidate);
  return digits >= 9 && (grouped || candidate.startsWith('0')) ? 'unclear' : 'other';
}

const isValidSomewhere = (candidate: string, regions: CountryCode[]): boolean =>
  regions.some((region) => parsePhoneNumberFromString(candidate.replace(/^00/, '+'), region)?.isValid() === true);
