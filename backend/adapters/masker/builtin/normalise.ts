// biome-ignore lint/suspicious/noMisleadingCharacterClass: a set of marks that join, each of which it removes
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** NFKC makes 18 and 8 letters of each of these: left as they are, so that a text cannot swell. */
const COMPOSED = /[^\ufdfa\ufdfb]+/g;

/** NFKC without what cannot be seen: a card number in full-width digits or cut by zero-width spaces is one again. */
export const normalise = (text: string): string =>
  text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(COMPOSED, (run) => run.normalize('NFKC'))
    .replace(INVISIBLE, '');
