import type { FaultKind } from './faults.ts';

export type Usage = { prompt_tokens: number; completion_tokens?: number; total_tokens: number };

/** One request as it was received and answered. */
export type Call = {
  /** ISO 8601. */
  at: string;
  requestId: string;
  /** The path below the base address, e.g. `/chat/completions`. */
  endpoint: string;
  model: string | null;
  schemaName: string | null;
  messages: unknown[];
  /** The input of an embedding request. */
  input: unknown;
  usage: Usage | null;
  /** Null while under way, and for good when no answer was sent. */
  status: number | null;
  fault: FaultKind | null;
};

const KEPT = 20_000;

export function recordCall(calls: Call[], endpoint: string, requestId: string): Call {
  const call: Call = {
    at: new Date().toISOString(),
    requestId,
    endpoint,
    model: null,
    schemaName: null,
    messages: [],
    input: null,
    usage: null,
    status: null,
    fault: null,
  };
  calls.push(call);
  if (calls.length > KEPT) calls.shift();
  return call;
}
