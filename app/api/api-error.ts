import type { ProblemCode } from '../../backend/contract/problem.ts';

/** `unreachable`: no answer of ours came; `unreadable`: an answer that does not fit the contract; `no_access`: Zendesk denied the ticket. */
export type ApiErrorCode = ProblemCode | 'unreachable' | 'timeout' | 'unreadable' | 'no_access' | 'failed';

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(code: ApiErrorCode, message: string, requestId: string | null = null, retryAfterSeconds?: number) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.requestId = requestId;
    this.retryAfterSeconds = retryAfterSeconds ?? null;
  }
}
