import type { MaskedText } from './engine.ts';
import type { Person } from './ticket.ts';

/** Placeholder, e.g. `[EMAIL_1]` → the value it stands for. Belongs to one ticket and never leaves it. */
export type Vault = Record<string, string>;

/** What the masker is told about a text beforehand. */
export type MaskHints = {
  /** Everybody whom the helpdesk names on the ticket: masked wherever they stand. */
  people: readonly Person[];
};

export type Masker = {
  /**
   * Replaces personal data, secrets and what the hints name by typed, numbered placeholders. A value that `vault` knows
   * keeps its placeholder; the vault that comes back holds the old entries and the new ones. What looks like a
   * placeholder in the text itself is masked too, so it can never stand for one of the vault's values.
   */
  mask(text: string, hints: MaskHints, vault?: Vault): { text: MaskedText; vault: Vault };
};

export const PLACEHOLDER = /\[[A-Z]{2,12}_\d{1,6}\]/g;

/** Puts the vault's values back, once: a value that looks like a placeholder stays as it is. */
export const restore = (text: string, vault: Vault): string =>
  text.replace(PLACEHOLDER, (placeholder) =>
    Object.hasOwn(vault, placeholder) ? (vault[placeholder] ?? placeholder) : placeholder,
  );
