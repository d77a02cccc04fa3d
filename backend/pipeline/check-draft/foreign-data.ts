import type { Struck } from '../../contract/triage.ts';
import type { Masker, MaskingPolicy, Vault } from '../../ports/masker.ts';
import { plainText } from './plain-text.ts';

const ANY_PLACEHOLDER = /\[[A-Z]{2,12}(?:_\d{1,6})?\]/g;
/** Whom a letter may name: the customer knows these people, and no number or address is told by it. */
const NAMING = /^\[(?:NAME|ORG)_/;
const KIND = /^\[([A-Z]{2,12})/;
const NUMBERED = /\[([A-Z]{2,12})_\d{1,6}\]/g;

/** What is public, in the forms that values are looked for in it: read once for all of them. */
export type Published = { plain: string; digits: string };

export type Own = {
  /** Placeholders of this very ticket. */
  vault: Vault;
  /** Addresses of people whom the helpdesk names on it: known otherwise than by the customer's words. */
  emails: readonly string[];
  /** Of articles and the tenant's policy; read when a value is first looked for. */
  published: () => Published;
  policy: MaskingPolicy;
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

export const toPublished = (text: string): Published => ({ plain: plainText(text), digits: digitsOf(text) });

/** Whom a manner of speaking names: 「お一人様」. */
const NOBODY = /^お?(?:一人|二人|三人|四人|皆|各位|家族)$/;

/** Whether a value stands in what is public; a number however it is parted. */
function isPublished(value: string, published: Own['published']): boolean {
  if (NOBODY.test(value)) return true;
  const digits = digitsOf(value);
  const { plain, digits: allDigits } = published();
  return plain.includes(plainText(value)) || (digits.length >= 7 && allDigits.includes(digits));
}

/** Of a placeholder: that it is nobody's here, or what only the customer's own words give. */
function strikePlaceholder(placeholder: string, { vault, emails, published }: Own): Struck | null {
  const value = Object.hasOwn(vault, placeholder) ? vault[placeholder] : undefined;
  if (value === undefined) return 'foreign_data';
  if (NAMING.test(placeholder) || isPublished(value, published)) return null;
  const kind = KIND.exec(placeholder)?.[1];
  if (kind === 'EMAIL') return emails.includes(value.toLowerCase()) ? null : 'address';
  return kind === 'URL' ? 'link' : kind === 'ADDRESS' ? 'address' : 'figure';
}

/** Looks for personal data that is not this ticket's. `text` comes back without what is foreign. */
export function findForeign(text: string, own: Own, masker: Masker): { text: string; struck: Struck | null } {
  const placeholders = text.match(ANY_PLACEHOLDER) ?? [];
  const reasons = placeholders.map((placeholder) => strikePlaceholder(placeholder, own));
  // The masker takes what looks like a placeholder for somebody's value: it reads the text without them.
  const apart = text.split(ANY_PLACEHOLDER);
  let vault = { ...own.vault };
  const masked = apart.map((piece) => {
    const result = masker.mask(piece, { people: [], policy: own.policy }, vault);
    const added = Object.keys(result.vault).filter((name) => !Object.hasOwn(vault, name));
    const foreign = added.filter((name) => !isPublished(result.vault[name] ?? '', own.published));
    vault = result.vault;
    return { piece, text: result.text, foreign };
  });
  const isForeign = masked.some(({ foreign }) => foreign.length > 0);
  if (!isForeign)
    return { text, struck: reasons.includes('foreign_data') ? 'foreign_data' : (reasons.find(Boolean) ?? null) };
  const clean = masked.map((one) => (one.foreign.length > 0 ? one.text.replace(NUMBERED, '[$1]') : one.piece));
  return { text: clean.map((piece, index) => piece + (placeholders[index] ?? '')).join(''), struck: 'foreign_data' };
}
