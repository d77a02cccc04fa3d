import {
  ChromaClientError,
  ChromaConnectionError,
  ChromaForbiddenError,
  ChromaNotFoundError,
  ChromaQuotaExceededError,
  ChromaRateLimitError,
  ChromaServerError,
  ChromaUnauthorizedError,
  ChromaValueError,
} from 'chromadb';
import { OutsideError, type OutsideErrorCode } from '../../../ports/errors.ts';

const CODES: readonly [new (...given: never[]) => Error, OutsideErrorCode][] = [
  [ChromaConnectionError, 'unreachable'],
  [ChromaServerError, 'server_error'],
  [ChromaNotFoundError, 'not_found'],
  [ChromaRateLimitError, 'rate_limited'],
  [ChromaQuotaExceededError, 'rate_limited'],
  [ChromaUnauthorizedError, 'unauthorized'],
  [ChromaForbiddenError, 'forbidden'],
  [ChromaClientError, 'rejected'],
  [ChromaValueError, 'rejected'],
];

/** What Chroma's client throws, in our words; its own messages hold ids and addresses. */
export const toOutside = (error: unknown): OutsideError => {
  if (error instanceof OutsideError) return error;
  const code = CODES.find(([kind]) => error instanceof kind)?.[1] ?? 'unreachable';
  return new OutsideError('chroma', code, error instanceof Error ? error.name : 'failed');
};

/** A call that ends in time, whatever the server does. */
export async function bounded<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new OutsideError('chroma', 'timeout', `no answer in ${ms} ms`)), ms);
  try {
    return await Promise.race([work, late.promise]);
  } catch (error) {
    throw toOutside(error);
  } finally {
    clearTimeout(timer);
  }
}
