import { useMemo } from 'react';
import type { InputOf } from '../../api/routes.ts';
import { usePlaceQuery } from '../../parts/usePlace.ts';

type Query = NonNullable<InputOf<'readQueue'>['query']>;
export type FilterName = 'state' | 'category' | 'urgency' | 'language' | 'group' | 'escalated' | 'unsure';
export type FilterValues = { [N in FilterName]?: string };

export const FILTERS: readonly FilterName[] = [
  'state',
  'category',
  'urgency',
  'language',
  'group',
  'escalated',
  'unsure',
];
const STATES = ['overdue', 'due_soon', 'on_time', 'waiting'] as const;
export const QUEUE_STATES: readonly NonNullable<Query['state']>[] = STATES;

export type Filters = {
  values: FilterValues;
  /** What the backend is asked. */
  query: Pick<Query, FilterName>;
  isAny: boolean;
  set(name: FilterName, value: string | null): void;
  clear(): void;
};

/** What the backend would refuse is left out: an address may be typed by hand. */
const fits = (name: FilterName, value: string): boolean => {
  if (name === 'state') return QUEUE_STATES.some((state) => state === value);
  if (name === 'escalated' || name === 'unsure') return value === 'true';
  return value.length <= { category: 80, urgency: 8, language: 12, group: 40 }[name];
};

/** The filters as they stand in the address. */
export function useFilters(): Filters {
  const [address, setAddress] = usePlaceQuery();
  return useMemo(() => {
    const values: FilterValues = {};
    for (const name of FILTERS) {
      const value = address.get(name);
      if (value && fits(name, value)) values[name] = value;
    }
    return {
      values,
      query: values as Filters['query'],
      isAny: Object.keys(values).length > 0,
      set: (name, value) => setAddress({ [name]: value }),
      clear: () => setAddress(Object.fromEntries(FILTERS.map((name) => [name, null]))),
    };
  }, [address, setAddress]);
}
