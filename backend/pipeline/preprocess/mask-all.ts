import type { Masker, MaskHints, Vault } from '../../ports/masker.ts';
import { toStorable } from './to-storable.ts';

/** Masks texts of one ticket with one vault; what was masked before a later text gave a value away is masked again. */
export function maskAll(
  texts: readonly string[],
  hints: MaskHints,
  masker: Masker,
): { masked: string[]; vault: Vault } {
  let vault: Vault = {};
  const mask = (text: string) => {
    const result = masker.mask(toStorable(text), hints, vault);
    vault = result.vault;
    return { text, masked: result.text, knew: Object.keys(vault).length };
  };
  const once = texts.map(mask);
  const known = Object.keys(vault).length;
  return { masked: once.map(({ text, masked, knew }) => (knew < known ? mask(text).masked : masked)), vault };
}
