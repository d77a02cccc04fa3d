import { Temporal } from 'temporal-polyfill';

/** From `from` up to `until` the zone's clocks differ from UTC by `offset`; all in ms. */
export type Stretch = { from: number; until: number; offset: number };

/** A zone changes its clocks a few times a year: what was looked up stays true for as long as the process runs. */
const known = new Map<string, Stretch[]>();
const KEPT = 40;

function lookUp(timeZone: string, at: number): Stretch {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const next = time.getTimeZoneTransition('next');
  return {
    from: at,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: time.offsetNanoseconds / 1_000_000,
  };
}

/** The stretch of one offset that holds this moment. */
export function stretchAt(timeZone: string, at: number): Stretch {
  const stretches = known.get(timeZone) ?? [];
  const found = stretches.find(({ from, until }) => from <= at && at < until);
  if (found) return found;
  const stretch = lookUp(timeZone, at);
  const others = stretches.filter(({ until }) => until !== stretch.until);
  known.set(timeZone, [stretch, ...others].slice(0, KEPT));
  return stretch;
}
