import { tooMany } from './errors.ts';

const MINUTE = 60;

export type LimitSizes = {
  perMinute: number;
  updatesPerMinute: number;
  updatesPerTicket: number;
  exportsPerMinute: number;
  searchesPerMinute: number;
};
export type Window = { limit: number; remaining: number; resetSeconds: number };
export type Limits = ReturnType<typeof createLimits>;

export const DEFAULT_LIMITS: LimitSizes = {
  perMinute: 700,
  updatesPerMinute: 100,
  updatesPerTicket: 30,
  exportsPerMinute: 10,
  searchesPerMinute: 100,
};

/** Fixed windows on the account's own clock. */
export function createLimits(now: () => Date, sizes: LimitSizes) {
  const counts = new Map<string, { window: number; count: number }>();

  function take(key: string, limit: number, seconds = MINUTE): Window {
    const elapsed = now().getTime() / 1000;
    const window = Math.floor(elapsed / seconds);
    const before = counts.get(key);
    const count = (before?.window === window ? before.count : 0) + 1;
    const resetSeconds = Math.max(1, Math.ceil((window + 1) * seconds - elapsed));
    if (count > limit) throw tooMany(resetSeconds, rateHeaders({ limit, remaining: 0, resetSeconds }));
    counts.set(key, { window, count });
    return { limit, remaining: limit - count, resetSeconds };
  }

  return {
    takeRequest: () => take('request', sizes.perMinute),
    takeExport: () => take('export', sizes.exportsPerMinute),
    /** Of the search's export. */
    takeSearch: () => take('search', sizes.searchesPerMinute),
    /** A ticket update counts for the account and for this user on this ticket. */
    takeUpdate(userId: number, ticketId: number): Window {
      take(`ticket ${userId} ${ticketId}`, sizes.updatesPerTicket, 10 * MINUTE);
      return take('update', sizes.updatesPerMinute);
    },
  };
}

export function rateHeaders({ limit, remaining, resetSeconds }: Window): Record<string, string> {
  return {
    'X-Rate-Limit': String(limit),
    'X-Rate-Limit-Remaining': String(remaining),
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
  };
}
