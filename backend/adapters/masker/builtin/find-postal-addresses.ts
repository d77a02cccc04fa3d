import { extendAddress } from './extend-address.ts';
import { findAnnouncedAddresses } from './find-announced-addresses.ts';
import { findStreets } from './find-streets.ts';
import type { Reading } from './reading.ts';
import { matchSpans, type Span, uniteSpans } from './span.ts';

/** In lower case. */
const BOXES: readonly RegExp[] = [
  /(?<![\p{L}\d])(?:p\.? ?o\.? ?box|postfach|apartado(?: de correos)?|caixa postal|boîte postale|postbus|casella postale|私書箱)[ :]{0,2}\d{1,6}(?!\d)/gu,
  /(?<![\p{L}\d])(?:psc|unit|cmr) \d{1,5},? ?box \d{1,5}(?!\d)/gu,
  /(?<![\p{L}\d])(?:us[a-z]{1,4} \p{L}{2,30}\s)?(?:apo|fpo|dpo),? (?:aa|ae|ap) \d{5}(?!\d)/gu,
];
const CORNER = /(?<!\p{L})[Tt]he corner of [\d\p{Lu}][^\n.?!]{3,50}/gu;
/** Am Alten Markt 3b, 50667 Köln: only the postcode tells it from a sentence. */
const PREPOSITION =
  /(?<!\p{L})(?:Am|Im|Zum|Zur|Beim|(?:An|Auf|Unter|In|Hinter|Vor|Bei|Neben) de[mnr])(?: \p{Lu}[\p{L}.-]{1,30}){1,3} \d{1,4} ?[a-z]?(?=(?:, ?|,?\n| )(?:D-)?\d{5} \p{Lu})/gu;
const CHINESE =
  /(?<=(?:住在|寄到|寄往|送到|位于|地址是|地址为|^|[^\p{Script=Han}]))(?:(?!住在|寄到|寄往|送到|位于|地址)\p{Script=Han}){2,20}(?:路|街|大道|巷|弄|胡同) ?\d{1,5} ?[号號弄](?!线)(?:[\p{Script=Han}\d-]{1,12}[室楼栋层])?/gu;
const JAPANESE_POST = /〒 ?\d{3}-?\d{4}(?: ?[\p{L}\p{N}ー・-]{2,40})?/gu;
/** In lower case. */
const NAMED_POSTCODE =
  /(?<=(?<!\p{L})(?:zip(?: ?code)?|post(?:al)? ?code|plz|postleitzahl|c[oó]digo postal|code postal|cep|郵便番号)(?: is| es| ist| est| é|は)?[ :：]{1,3})(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{3,6}(?:-\d{2,4})?)(?![\p{L}\d]|[-.]\d)/gu;
const POSTCODES: readonly { form: RegExp; country: string; bare?: true }[] = [
  { country: 'GB', form: /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]?|GIR) \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/gu },
  { country: 'GB', bare: true, form: /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/giu },
  { country: 'BR', form: /(?<![\p{L}\d-])\d{5}-\d{3}(?![\p{L}\d-])/gu },
];

/** Postal addresses: a street with its number, a box, what "address:" announces, a postcode where words or the account's country say so. */
export function findPostalAddresses(reading: Reading): Span[] {
  const { text, lower } = reading;
  const parts = uniteSpans([
    ...findStreets(text),
    ...findAnnouncedAddresses(reading),
    ...BOXES.flatMap((form) => matchSpans('ADDRESS', form, lower)),
    ...matchSpans('ADDRESS', CORNER, text),
    ...matchSpans('ADDRESS', PREPOSITION, text),
    ...matchSpans('ADDRESS', CHINESE, text),
  ]);
  const whole = parts.map((span, index) => extendAddress(text, span, parts[index + 1]?.start ?? text.length));
  return [...whole, ...matchSpans('ADDRESS', JAPANESE_POST, text), ...findPostcodes(reading)];
}

const findPostcodes = ({ text, lower, regions, isBare }: Reading): Span[] => [
  ...matchSpans('ADDRESS', NAMED_POSTCODE, lower),
  ...POSTCODES.flatMap(({ form, country, bare }) =>
    regions.has(country) && (!bare || isBare) ? matchSpans('ADDRESS', form, text) : [],
  ),
];
