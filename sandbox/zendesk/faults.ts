const KINDS = [
  'drop_after_apply',
  'late_apply',
  '429',
  '500',
  '504',
  'slow',
  'duplicate_delivery',
  'lost_delivery',
] as const;
export type FaultKind = (typeof KINDS)[number];

export type Fault = {
  /** Both must fit when given. For deliveries, `path` is matched against the endpoint's path. */
  match?: { method?: string; path?: RegExp };
  kind: FaultKind;
  /** How often it strikes; without it, always. */
  times?: number;
  /** From 0 to 1; without it, 1. */
  probability?: number;
  delayMs?: number;
  /** Seconds. */
  retryAfter?: number;
};
export type Faults = ReturnType<typeof createFaults>;

const isDelivery = (kind: FaultKind) => kind === 'duplicate_delivery' || kind === 'lost_delivery';

/** Faults waiting to strike; the first that fits a request does. */
export function createFaults(random: () => number = Math.random) {
  let waiting: Fault[] = [];

  function strike(method: string, path: string, onDelivery: boolean): Fault | null {
    const fault = waiting.find(
      ({ kind, match, probability }) =>
        isDelivery(kind) === onDelivery &&
        (match?.method === undefined || match.method.toUpperCase() === method) &&
        (match?.path === undefined || match.path.test(path)) &&
        random() < (probability ?? 1),
    );
    if (fault?.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) waiting = waiting.filter((other) => other !== fault);
    }
    return fault ?? null;
  }

  return {
    add(fault: Fault): void {
      waiting.push({ ...fault });
    },
    clear(): void {
      waiting = [];
    },
    onRequest: (method: string, path: string) => strike(method, path, false),
    onDelivery: (path: string) => strike('POST', path, true),
  };
}

/** The request header `x-sandbox-fault`: a kind, with an optional delay, as in `late_apply:200`. */
export function readFaultHeader(header: string | undefined): Fault | null {
  const [name, delay] = header?.split(':') ?? [];
  const kind = KINDS.find((known) => known === name);
  if (kind === undefined || isDelivery(kind)) return null;
  return delay === undefined ? { kind } : { kind, delayMs: Number(delay) };
}
