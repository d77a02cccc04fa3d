import { type Kind, MASKABLE_KINDS } from '../../../contract/masking.ts';
import { type Found, type MaskHints, PLACEHOLDER } from '../../../ports/masker.ts';
import { findAccounts } from './find-accounts.ts';
import { findBirthdates } from './find-birthdates.ts';
import { findCards } from './find-cards.ts';
import { findCodes } from './find-codes.ts';
import { findEmails } from './find-emails.ts';
import { findGiven } from './find-given.ts';
import { findHosts } from './find-hosts.ts';
import { findIbans } from './find-ibans.ts';
import { findIds } from './find-ids.ts';
import { findKeys } from './find-keys.ts';
import { findNames } from './find-names.ts';
import { findPasswords } from './find-passwords.ts';
import { findPhones } from './find-phones.ts';
import { findPostalAddresses } from './find-postal-addresses.ts';
import { findRepeated } from './find-repeated.ts';
import { findStatedNames } from './find-stated-names.ts';
import { findCredentialUrls } from './find-urls.ts';
import { findWallets } from './find-wallets.ts';
import { blankOut, type Reading, readText } from './reading.ts';
import { matchSpans, outside, type Span, uniteSpans } from './span.ts';

/** Everything in a normalised text that is to be masked, in order, nothing overlapping. `known`: values found elsewhere. */
export function findPersonalData(
  text: string,
  hints: MaskHints,
  regions: readonly string[],
  known: readonly Found[] = [],
): Span[] {
  const reading = readText(text, regions);
  const keep = new Set(hints.policy?.keep.filter((kind) => MASKABLE_KINDS.includes(kind)));
  const isMasked = ({ kind }: { kind: Kind }): boolean => !keep.has(kind);
  const firm = [...findIbans(text), ...findCards(text)].filter(isMasked);
  const found = uniteSpans([...firm, ...findAll(reading, hints, firm).filter(isMasked)]);
  const values = found.map(({ kind, start, end }) => ({ kind, value: text.slice(start, end) }));
  const repeated = findRepeated(reading, [...known.filter(isMasked), ...values]);
  return uniteSpans([...found, ...outside(repeated, found)]);
}

/** `firm`: cards and IBANs, of whose digits no other number may borrow: one after the other would chain into one value. */
function findAll(reading: Reading, hints: MaskHints, firm: readonly Span[]): Span[] {
  const { text } = reading;
  const rest = blankOut(reading, firm);
  return [
    ...matchSpans('TEXT', PLACEHOLDER, text),
    ...findKeys(text),
    ...findPasswords(text),
    ...findCodes(reading),
    ...findCredentialUrls(text),
    ...findEmails(reading),
    ...findAccounts(rest),
    ...findWallets(text),
    ...findIds(rest),
    ...findHosts(text),
    ...findPhones(rest),
    ...findBirthdates(reading),
    ...findPostalAddresses(reading),
    ...findStatedNames(text),
    ...findNames(reading, hints),
    ...findGiven(reading, hints),
  ];
}
