import { MASKABLE_KINDS, type MaskHints, PLACEHOLDER } from '../../../ports/masker.ts';
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
import { findStatedNames } from './find-stated-names.ts';
import { findCredentialUrls } from './find-urls.ts';
import { findWallets } from './find-wallets.ts';
import { readText } from './reading.ts';
import { dropBorrowers, matchSpans, type Span, uniteSpans } from './span.ts';

/** Everything in a normalised text that is to be masked, in order, nothing overlapping. */
export function findPersonalData(text: string, hints: MaskHints, regions: readonly string[]): Span[] {
  const reading = readText(text, regions);
  const keep = new Set(hints.policy?.keep.filter((kind) => MASKABLE_KINDS.includes(kind)));
  const found = [
    ...matchSpans('TEXT', PLACEHOLDER, text),
    ...findKeys(text),
    ...findPasswords(text),
    ...findCodes(reading),
    ...findCredentialUrls(text),
    ...findEmails(reading),
    ...findIbans(text),
    ...findCards(text),
    ...findAccounts(reading),
    ...findWallets(text),
    ...findIds(reading),
    ...findHosts(text),
    ...findPhones(reading),
    ...findBirthdates(reading),
    ...findPostalAddresses(reading),
    ...findStatedNames(text),
    ...findNames(text, hints),
    ...findGiven(reading, hints),
  ];
  return uniteSpans(dropBorrowers(found.filter(({ kind }) => !keep.has(kind))));
}
