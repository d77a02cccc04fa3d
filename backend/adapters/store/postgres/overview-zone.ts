import { Temporal } from 'temporal-polyfill';

/** `seconds[n]`: by how much a zone's clocks are ahead of UTC from the n-th of `starts` on (seconds since 1970); `seconds[0]`: before the first. */
export type Offsets = { starts: number[]; seconds: number[] };

const EARLIEST = Temporal.Instant.from('2000-01-01T00:00:00Z');
const YEARS_AHEAD = 2;
const known = new Map<string, Offsets>();

function lookUp(timeZone: string, until: number): Offsets {
  let at: Temporal.ZonedDateTime | null = EARLIEST.toZonedDateTimeISO(timeZone);
  const offsets: Offsets = { starts: [], seconds: [at.offsetNanoseconds / 1e9] };
  for (
    at = at.getTimeZoneTransition('next');
    at && at.epochMilliseconds < until;
    at = at.getTimeZoneTransition('next')
  ) {
    offsets.starts.push(at.epochMilliseconds / 1_000);
    offsets.seconds.push(at.offsetNanoseconds / 1e9);
  }
  return offsets;
}

/** PostgreSQL is not asked: its zones may be older than ours, or lack names that browsers still give, such as Asia/Calcutta. */
export function offsetsOf(timeZone: string, now = new Date()): Offsets {
  const year = now.getUTCFullYear();
  const name = `${timeZone} ${year}`;
  const offsets = known.get(name) ?? lookUp(timeZone, Date.UTC(year + YEARS_AHEAD, 0));
  known.set(name, offsets);
  return offsets;
}

/** The day there of a moment; `$3` and `$4` are the offsets' `starts` and `seconds`. */
export const daySql = (moment: string): string =>
  `(${moment} AT TIME ZONE 'UTC' + make_interval(secs => ($4::float8[])[width_bucket(extract(epoch FROM ${moment})::float8, $3::float8[]) + 1]))::date`;
