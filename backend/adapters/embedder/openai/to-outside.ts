import { APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { OutsideError, type OutsideErrorCode } from '../../../ports/errors.ts';

const CODES: Record<number, OutsideErrorCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  429: 'rate_limited',
};

const secondsIn = (headers: Headers | undefined): number | null => {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  const asked = Number.isFinite(ms) ? ms / 1000 : seconds;
  return Number.isFinite(asked) && asked >= 0 ? asked : null;
};

/** What the client throws, in our words; the endpoint's own may repeat the text. */
export function toOutside(error: unknown): OutsideError {
  if (error instanceof OutsideError) return error;
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
    return new OutsideError('openai', 'timeout', 'embeddings did not answer in time');
  if (!(error instanceof APIError) || error.status === undefined)
    return new OutsideError('openai', 'unreachable', 'embeddings did not answer');
  const code = CODES[error.status] ?? (error.status >= 500 ? 'server_error' : 'rejected');
  return new OutsideError('openai', code, `embeddings answered ${error.status}`, secondsIn(error.headers));
}

/** A month's budget that is spent does not come back while we wait. */
export const isOutOfQuota = (error: unknown): boolean =>
  error instanceof APIError && error.code === 'insufficient_quota';
