import { type Call, recordCall } from './calls.ts';
import { createFaults, type Faults } from './faults.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

export type Latency = { classify?: number; draft?: number; embed?: number };

/** What the routes share. */
export type Sandbox = {
  apiKeys: string[];
  latencyMs: Latency;
  calls: Call[];
  faults: Faults;
  rateLimit: RateLimit;
  record(endpoint: string, requestId: string): Call;
  /** Aborts when the sandbox closes: whatever waits ends. */
  closing: AbortSignal;
};

export type SandboxOptions = { apiKeys?: string[]; latencyMs?: Latency; requestsPerMinute?: number };

export function createSandbox(options: SandboxOptions, closing: AbortSignal): Sandbox {
  const calls: Call[] = [];
  return {
    apiKeys: options.apiKeys ?? ['sk-sandbox'],
    latencyMs: options.latencyMs ?? {},
    calls,
    faults: createFaults(),
    rateLimit: createRateLimit(options.requestsPerMinute ?? 30_000),
    record: (endpoint, requestId) => recordCall(calls, endpoint, requestId),
    closing,
  };
}
