import { ApiError } from './api-error.ts';

const TOKENS_PER_MINUTE = 150_000_000;

export type RateLimit = {
  /** Counts a request; throws 429 when the minute's share of the key is used up. */
  take(key: string): Record<string, string>;
};

export function createRateLimit(requestsPerMinute: number, now: () => number = Date.now): RateLimit {
  const windows = new Map<string, { endsAt: number; used: number }>();
  return {
    take(key) {
      const open = windows.get(key);
      const window = open && open.endsAt > now() ? open : { endsAt: now() + 60_000, used: 0 };
      windows.set(key, window);
      window.used += 1;
      const left = requestsPerMinute - window.used;
      const seconds = Math.max(1, Math.ceil((window.endsAt - now()) / 1000));
      const headers = {
        'x-ratelimit-limit-requests': String(requestsPerMinute),
        'x-ratelimit-remaining-requests': String(Math.max(0, left)),
        'x-ratelimit-reset-requests': `${seconds}s`,
        'x-ratelimit-limit-tokens': String(TOKENS_PER_MINUTE),
        'x-ratelimit-remaining-tokens': String(TOKENS_PER_MINUTE),
        'x-ratelimit-reset-tokens': '0s',
      };
      if (left < 0) throw rateLimited(seconds, headers);
      return headers;
    },
  };
}

export function rateLimited(seconds: number, headers: Record<string, string> = {}): ApiError {
  return new ApiError(429, `Rate limit reached on requests per min (RPM). Please try again in ${seconds}s.`, {
    type: 'requests',
    code: 'rate_limit_exceeded',
    headers: { ...headers, 'retry-after': String(seconds), 'retry-after-ms': String(seconds * 1000) },
  });
}
