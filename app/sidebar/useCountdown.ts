import { useState } from 'react';
import type { ApiError } from '../api/api-error.ts';
import type { Clock } from '../api/clock.ts';
import { useNow } from './useNow.ts';

/** Seconds until the backend wants to hear from us again. */
export function useCountdown(clock: Clock, error: ApiError): number {
  const now = useNow(clock, 1000);
  const [began] = useState(now);
  return Math.max(0, Math.ceil((error.retryAfterSeconds ?? 0) - (now - began) / 1000));
}
