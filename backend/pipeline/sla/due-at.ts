import type { Schedule } from '../../contract/schedules.ts';
import { runningSpans, type Span } from './running-spans.ts';

const HOUR = 3_600_000;

/** How much of the time between two moments counts, in ms: open hours that no pause takes away. */
export function businessMs(from: number, to: number, schedule: Schedule | null, pauses: readonly Span[] = []): number {
  let sum = 0;
  for (const span of runningSpans(from, schedule, pauses)) {
    if (span.from >= to) break;
    sum += Math.min(span.to, to) - span.from;
  }
  return sum;
}

/** The first moment at which so many hours have counted since the start; moments in ms since 1970. No schedule: every hour counts. */
export function dueAt(start: number, hours: number, schedule: Schedule | null, pauses: readonly Span[] = []): number {
  let left = Math.round(hours * HOUR);
  let reached = start;
  if (left <= 0) return start;
  for (const { from, to } of runningSpans(start, schedule, pauses)) {
    if (to - from >= left) return from + left;
    left -= to - from;
    reached = to;
  }
  return reached;
}
