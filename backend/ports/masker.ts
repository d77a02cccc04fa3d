import type { MaskedText } from './engine.ts';
import type { Person } from './ticket.ts';

/** Placeholder, e.g. `[EMAIL_1]` → the value it stands for. Belongs to one ticket and never leaves it. */
export type Vault = Record<string, string>;

export type Masker = {
  /**
   * Replaces personal data, secrets and the given people's names and addresses by typed, numbered placeholders. A value
   * that `vault` knows keeps its placeholder; the vault that comes back holds the old entries and the new ones. What
   * looks like a placeholder in the text itself is masked too, so it can never stand for one of the vault's values.
   */
  mask(text: string, people: readonly Person[], vault?: Vault): { text: MaskedText; vault: Vault };
};

export const PLACEHOLDER = /\[[A-Z]{2,12}_\d{1,6}\]/g;

/** Puts the vault's values back, once: a value that looks like a placeholder stays as it is. */
export const restore = (text: string, vault: Vault): string =>
  text.replace(PLACEHOLDER, (placeholder) =>
    Object.hasOwn(vault, placeholder) ? (vault[placeholder] ?? placeholder) : placeholder,
  );
