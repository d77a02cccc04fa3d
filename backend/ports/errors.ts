/** The closed set of things that go wrong with what is outside this process. */
export type OutsideErrorCode =
  | 'timeout'
  | 'unreachable'
  | 'rate_limited'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'rejected'
  | 'server_error'
  | 'bad_answer';

const RETRYABLE: ReadonlySet<OutsideErrorCode> = new Set(['timeout', 'unreachable', 'rate_limited', 'server_error']);

/** The one error that adapters throw: who failed, how, and whether trying again may help. Its message holds no ticket text. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  readonly party: string;
  readonly code: OutsideErrorCode;
  /** Seconds that the other side asked us to wait, when it said so. */
  readonly retryAfterSeconds: number | null;

  constructor(party: string, code: OutsideErrorCode, message: string, retryAfterSeconds: number | null = null) {
    super(`${party}: ${message}`);
    this.party = party;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}
