import { useMemo, useSyncExternalStore } from 'react';

const listen = (heard: () => void) => {
  window.addEventListener('hashchange', heard);
  return () => window.removeEventListener('hashchange', heard);
};
const read = () => window.location.hash;

/** `#/agreement?from=2026-11-01` in its two parts. */
function split(hash: string): { page: string; search: string } {
  const [page = '', ...search] = hash.replace(/^#\/?/, '').split('?');
  return { page, search: search.join('?') };
}

/** The page in the address, such as `connection` of `#/connection`, so that reloading and links work. */
export const usePlace = (): string => split(useSyncExternalStore(listen, read)).page;

export const goTo = (id: string): void => {
  window.location.hash = `#/${id}`;
};

/** Takes the place of an address that names no page. */
export function land(id: string): void {
  if (split(read()).page) return;
  replace(`#/${id}`);
}

/** The same for a place that was asked for from outside. */
export function landAt(page: string, query: URLSearchParams): void {
  replace(at(page, query));
}

/** What the pages of a range of days have in common: going from one to another keeps it. */
const SHARED = ['from', 'to'];

/** The common part of the query, as it stands behind a page's address. */
export function useShared(): string {
  const { search } = split(useSyncExternalStore(listen, read));
  const pairs = [...new URLSearchParams(search)].filter(([name]) => SHARED.includes(name));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

/** Null and '' take a name away. */
export type QueryPatch = Record<string, string | null>;

/** What the address says behind the page, and what changes it in place: the history gets no entry, the rest of the page stays. */
export function usePlaceQuery(): [query: URLSearchParams, setQuery: (patch: QueryPatch) => void] {
  const { search } = split(useSyncExternalStore(listen, read));
  return [useMemo(() => new URLSearchParams(search), [search]), changeQuery];
}

function changeQuery(patch: QueryPatch): void {
  const { page, search } = split(read());
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(patch)) value ? query.set(name, value) : query.delete(name);
  replace(at(page, query));
}

const at = (page: string, query: URLSearchParams): string => `#/${page}${query.size > 0 ? `?${query}` : ''}`;

function replace(hash: string): void {
  history.replaceState(history.state, '', hash);
  window.dispatchEvent(new Event('hashchange'));
}
