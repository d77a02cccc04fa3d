const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Part = [value: number, unit: 'second' | 'minute' | 'hour' | 'day'];

/** The largest unit, and the next one where it still matters. */
function partsOf(seconds: number): [Part, ...Part[]] {
  if (seconds < MINUTE) return [[seconds, 'second']];
  if (seconds < HOUR) return [[Math.floor(seconds / MINUTE), 'minute']];
  const [size, unit, below, rest] =
    seconds < 2 * DAY ? ([HOUR, 'hour', MINUTE, 'minute'] as const) : ([DAY, 'day', HOUR, 'hour'] as const);
  const whole = Math.floor(seconds / size);
  const left = Math.floor((seconds % size) / below);
  return whole < 10 && left > 0
    ? [
        [whole, unit],
        [left, rest],
      ]
    : [[whole, unit]];
}

/** A length of time without its sign, such as `12 min` or `1 hr 20 min`. `isRough`: `1 hr` of the latter. */
export function span(locale: string, ms: number, isRough = false): string {
  const exact = partsOf(Math.floor(Math.abs(ms) / 1_000));
  const parts = (isRough ? exact.slice(0, 1) : exact).map(([value, unit]) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
  );
  return new Intl.ListFormat(locale, { style: 'narrow', type: 'unit' }).format(parts);
}

/** Hours with one digit behind the point, such as `3.5 hr`. */
export const hours = (locale: string, value: number): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
