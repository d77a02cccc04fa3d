import type { Kind } from '../contract/masking.ts';
import type { MaskedText } from './engine.ts';
import type { Person } from './ticket.ts';

/** Placeholder, e.g. `[EMAIL_1]` → the value it stands for. Belongs to one ticket and never leaves it. */
export type Vault = Record<string, string>;

/** A value that another detector found; it is masked wherever it stands. */
export type Found = { kind: Kind; value: string };

export type MaskingPolicy = {
  /** Kinds left readable; those that are not in MASKABLE_KINDS are masked all the same. */
  keep: readonly Kind[];
  /** ISO 3166 countries of the account: whose phone numbers and national ids are expected without a hint. */
  regions: readonly string[];
};

/** What the masker is told about a text beforehand. */
export type MaskHints = {
  /** Everybody whom the helpdesk names on the ticket: masked wherever they stand. */
  people: readonly Person[];
  /** Organisations that the helpdesk names: masked whole and without their legal form. */
  organisations?: readonly string[];
  found?: readonly Found[];
  policy?: MaskingPolicy;
};

export type Masker = {
  /**
   * Replaces personal data, secrets and what the hints name by typed, numbered placeholders. A value that `vault` knows
   * keeps its placeholder, also when it is written with other separators; the vault restores what stood first. The
   * vault that comes back holds the old entries and the new ones. A name, secret, number or address that its surroundings
   * give away once is masked wherever it stands, in this text and in the next with the same vault: so mask all texts
   * once for the vault, then again for good. What looks like a placeholder in the text itself is
   * masked too, so it can never stand for one of the vault's values.
   */
  mask(text: string, hints: MaskHints, vault?: Vault): { text: MaskedText; vault: Vault };
};

export const PLACEHOLDER = /\[[A-Z]{2,12}_\d{1,6}\]/g;

/** Puts the vault's values back, once: a value that looks like a placeholder stays as it is. */
export const restore = (text: string, vault: Vault): string =>
  text.replace(PLACEHOLDER, (placeholder) =>
    Object.hasOwn(vault, placeholder) ? (vault[placeholder] ?? placeholder) : placeholder,
  );
