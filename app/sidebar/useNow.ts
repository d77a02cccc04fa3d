import { useEffect, useState } from 'react';
import type { Clock } from '../api/clock.ts';

/** The time, refreshed every `stepMs`. */
export function useNow(clock: Clock, stepMs: number): number {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), stepMs);
    return () => clearInterval(timer);
  }, [clock, stepMs]);
  return now;
}
