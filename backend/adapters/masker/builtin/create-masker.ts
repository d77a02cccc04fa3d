import type { MaskedText } from '../../../ports/engine.ts';
import { type Masker, PLACEHOLDER, type Vault } from '../../../ports/masker.ts';
import type { Person } from '../../../ports/ticket.ts';
import { findEmails, findIps } from './find-addresses.ts';
import { findNames } from './find-names.ts';
import { findCards, findIbans, findNationalIds, findSsns } from './find-numbers.ts';
import { findPhones } from './find-phones.ts';
import { findCredentialUrls, findSecrets } from './find-secrets.ts';
import { normalise } from './normalise.ts';
import { matchSpans, type Span, uniteSpans } from './span.ts';

/** A masker that needs nothing but its own rules. `defaultRegion`: ISO 3166 country of phone numbers without a prefix. */
export const createMasker = (options: { defaultRegion?: string } = {}): Masker => ({
  mask(text, { people }, vault = {}) {
    const normal = normalise(text);
    return replaceSpans(normal, uniteSpans(findAll(normal, people, options.defaultRegion)), vault);
  },
});

const findAll = (text: string, people: readonly Person[], region: string | undefined): Span[] => [
  ...matchSpans('TEXT', PLACEHOLDER, text),
  ...findSecrets(text),
  ...findCredentialUrls(text),
  ...findEmails(text),
  ...findKnownEmails(text, people),
  ...findIbans(text),
  ...findCards(text),
  ...findSsns(text),
  ...findNationalIds(text),
  ...findIps(text),
  ...findPhones(text, region),
  ...findNames(text, people),
];

/** Addresses that the helpdesk told us, also where they lack the shape of one. */
function findKnownEmails(text: string, people: readonly Person[]): Span[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const spans: Span[] = [];
  for (const email of new Set(people.map((person) => normalise(person.email ?? '').toLowerCase()))) {
    if (email.length < 5) continue;
    for (let at = lower.indexOf(email); at >= 0; at = lower.indexOf(email, at + email.length)) {
      spans.push({ kind: 'EMAIL', start: at, end: at + email.length });
    }
  }
  return spans;
}

function replaceSpans(text: string, spans: Span[], known: Vault): { text: MaskedText; vault: Vault } {
  const vault: Vault = { ...known };
  const placeholders = new Map(
    Object.entries(vault).map(([placeholder, value]) => [`${kindOf(placeholder)} ${value}`, placeholder]),
  );
  const counts = new Map<string, number>();
  for (const placeholder of Object.keys(vault)) {
    const kind = kindOf(placeholder);
    counts.set(kind, Math.max(counts.get(kind) ?? 0, Number(/\d+/.exec(placeholder)?.[0] ?? 0)));
  }
  let masked = '';
  let done = 0;
  for (const { kind, start, end } of spans) {
    const value = text.slice(start, end);
    let placeholder = placeholders.get(`${kind} ${value}`);
    if (placeholder === undefined) {
      const number = (counts.get(kind) ?? 0) + 1;
      placeholder = `[${kind}_${number}]`;
      counts.set(kind, number);
      placeholders.set(`${kind} ${value}`, placeholder);
      vault[placeholder] = value;
    }
    masked += text.slice(done, start) + placeholder;
    done = end;
  }
  return { text: (masked + text.slice(done)) as MaskedText, vault };
}

const kindOf = (placeholder: string): string => placeholder.slice(1, placeholder.lastIndexOf('_'));
