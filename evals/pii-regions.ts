/** The account's country, which a row names by its locale: `uk`, `en-US`; none for `any` and `mixed`. */
export function regionsOf(locale: string | null | undefined): string[] {
  const country = locale?.split(/[-_]/).at(-1)?.toUpperCase() ?? '';
  if (country === 'UK') return ['GB'];
  return country.length === 2 ? [country] : [];
}
