/** Letters and digits of folded text, as wide ranges: \p{L} costs each process a noticeable time to compile. */
const LETTERS = 'a-z0-9\\u00aa-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff';
const APART = `[^${LETTERS}.!?]{1,6}`;
const WORD = `[${LETTERS}'_-]{1,24}`;
const GAP = `(?:${APART}${WORD}){0,3}${APART}`;
const UNSPACED_GAP = '[^。！？!?]{0,15}';

/**
 * What a language says to a model, as regular expressions over folded text: lower case, without accents. A space stands
 * for what may separate two words, ` ?` for what separates or joins them, ` ~ ` for up to three words between; where words are not spaced, `~` is up to
 * fifteen characters.
 */
export type Orders = { spaced: boolean; phrases: readonly string[] };

/** Every quantifier is bounded and every gap begins and ends at a separator, so matching stays linear in the text. */
export const compileOrders = ({ spaced, phrases }: Orders): RegExp[] =>
  phrases.map((phrase) => {
    if (!spaced) return new RegExp(phrase.replaceAll('~', UNSPACED_GAP), 'u');
    const source = phrase.replaceAll(' ~ ', GAP).replaceAll(' ?', `(?:${APART})?`).replaceAll(' ', APART);
    return new RegExp(`(?<![${LETTERS}])(?:${source})(?![${LETTERS}])`, 'u');
  });

const DISGUISES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '+': 't',
  '!': 'i',
  '|': 'i',
  l: 'i',
};
const DISGUISED = /[013-9@$€+!|l]/g;

/** `pr3v|0u5` as it is meant, but that `l` and `i`, which one sign may stand for, are one letter. */
export const undisguise = (folded: string): string => folded.replace(DISGUISED, (sign) => DISGUISES[sign] ?? sign);

/** The same orders for text without its disguise. */
export const undisguised = (orders: Orders): Orders => ({
  ...orders,
  phrases: orders.phrases.map((phrase) => phrase.replaceAll('l', 'i')),
});

/** A sign or digit between two letters, as disguised words have it. */
const MIXED = /[a-z][013-9@$€+!|]{1,3}[a-z]/;
export const isDisguised = (folded: string): boolean => MIXED.test(folded);
