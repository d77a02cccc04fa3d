import { usePlaceQuery } from './usePlace.ts';

/** A choice that is kept in the address under a name; the first option is the usual one and is not written down. */
export function usePlaceChoice<V extends string>(
  name: string,
  options: readonly [V, ...V[]],
): [chosen: V, choose: (value: V) => void] {
  const [query, setQuery] = usePlaceQuery();
  const [usual] = options;
  const chosen = options.find((option) => option === query.get(name)) ?? usual;
  return [chosen, (value) => setQuery({ [name]: value === usual ? null : value })];
}
