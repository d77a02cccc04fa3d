/** What follows the app's address in Zendesk: `agreement/from=2026-11-01/field=category`. */
export const segmentsOf = (page: string, query: URLSearchParams): string =>
  [page, ...[...query].map((pair) => pair.map(encodeURIComponent).join('='))].join('/');

/** The place that such segments name; null where the page is none of `pages`. */
export function placeIn(segments: string, pages: readonly string[]): { page: string; query: URLSearchParams } | null {
  const [page, ...pairs] = segments.split('/').filter(Boolean);
  if (page === undefined || !pages.includes(page)) return null;
  const query = new URLSearchParams();
  for (const pair of pairs) {
    const [name = '', ...value] = pair.split('=');
    if (value.length > 0) query.append(decoded(name), decoded(value.join('=')));
  }
  return { page, query };
}

/** What Zendesk has decoded already may hold a lone `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
