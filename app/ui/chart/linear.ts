import { nice, ticks } from 'd3-array';

/** A number's place between two ends. A whole scale library would bring time zones, colours and formats along, 12 kB of them. */
export type Linear = { at(value: number): number; ticks(count: number): number[] };

type Ends = readonly [number, number];

/** `isNice`: the ends are widened to round numbers. */
export function linear(domain: Ends, [start, end]: Ends, isNice = false): Linear {
  const [low, high] = isNice ? nice(...domain, 10) : domain;
  const unit = high === low ? 0 : (end - start) / (high - low);
  return { at: (value) => start + (value - low) * unit, ticks: (count) => ticks(low, high, count) };
}
