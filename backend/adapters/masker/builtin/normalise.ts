const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
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
