import { type Days, faultOf, isDay } from './days.ts';
import { usePlaceQuery } from './usePlace.ts';

export type Range = {
  /** What the address asks for; null: the backend's own choice, the last 28 days. */
  days: Days | null;
  /** For the routes of the overview. */
  query: Partial<Days>;
  set(days: Days | null): void;
};

/** The range of days in the address. One that makes no sense counts as none. */
export function useRange(): Range {
  const [query, setQuery] = usePlaceQuery();
  const [from, to] = [query.get('from'), query.get('to')];
  const asked = isDay(from) && isDay(to) ? { from, to } : null;
  const days = asked && !faultOf(asked) ? asked : null;
  return { days, query: days ?? {}, set: (next) => setQuery({ from: next?.from ?? null, to: next?.to ?? null }) };
}
