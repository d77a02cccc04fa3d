import { createHash } from 'node:crypto';
import type { MaskedText } from '../../ports/engine.ts';
import type { Masker, MaskHints, Vault } from '../../ports/masker.ts';

/** Masked before it is cut, so that no half of a number survives at the cut; hardly anything beyond this is kept. */
const READ_CHARS = 10_000;
const NUMBERED = /\[([A-Z]{2,12})_\d{1,6}\]/g;
const CUT_OFF = /\[[A-Z]{0,12}$/;

/**
 * Texts of one ticket without anybody's data: of a person only the kind is kept, as a placeholder without a number, which
 * belongs to no vault and restores to nothing. What one of the texts gives away is masked in all of them.
 */
export function anonymise(texts: readonly string[], hints: MaskHints, masker: Masker): MaskedText[] {
  let vault: Vault = {};
  const read = texts.map((whole) => {
    const text = whole.slice(0, READ_CHARS);
    const { text: masked, vault: found } = masker.mask(text, hints, vault);
    vault = found;
    return { text, masked, known: Object.keys(vault).length };
  });
  const all = Object.keys(vault).length;
  return read.map(({ text, masked, known }) => {
    // What the texts after it gave away may stand in it, too.
    const final = known === all ? masked : masker.mask(text, hints, vault).text;
    return final.replaceAll(NUMBERED, '[$1]') as MaskedText;
  });
}

/** The beginning of a masked text, with no half of a placeholder or a character at its end. */
export const clip = (text: MaskedText, length: number): MaskedText =>
  text.length <= length
    ? text
    : (text
        .slice(0, length)
        .replace(CUT_OFF, '')
        .replace(/[\ud800-\udbff]$/, '') as MaskedText);

/** Over what is embedded. */
export const hashOf = (...texts: MaskedText[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex');
