const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
  // `iw` is another code of the language that is known as `he`.
  (code) => known.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code,
);

/** Codes of all languages that have two letters, and of those given, by their names in `locale`. */
export function languageOptions(locale: string, given: readonly string[] = []): string[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const nameOf = (code: string) => (/^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? code) : code);
  return [...new Set([...codes, ...given])].toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), locale));
}
