import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer that is not 2xx, in Zendesk's words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ContentfulStatusCode;
  readonly body: object;
  readonly headers: Record<string, string>;

  constructor(status: ContentfulStatusCode, body: object, headers: Record<string, string> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export const unauthenticated = () => new ApiError(401, { error: "Couldn't authenticate you" });
export const invalidToken = () =>
  new ApiError(401, {
    error: 'invalid_token',
    error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
  });
export const forbidden = (description: string) => new ApiError(403, { error: 'Forbidden', description });
export const notFound = () => new ApiError(404, { error: 'RecordNotFound', description: 'Not found' });
export const badRequest = (description: string) => new ApiError(400, { error: 'BadRequest', description });

export type Details = Record<string, { description: string }[]>;
export function recordInvalid(details: Details): ApiError {
  return new ApiError(422, { error: 'RecordInvalid', description: 'Record validation errors', details });
}

/** 422 for one attribute. */
export const refused = (attribute: string, description: string) => recordInvalid({ [attribute]: [{ description }] });

export const updateConflict = () =>
  new ApiError(409, {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  });

export function tooMany(retryAfterSeconds: number, headers: Record<string, string> = {}): ApiError {
  const body = { error: 'TooManyRequests', description: 'Number of allowed API requests per minute exceeded' };
  return new ApiError(429, body, { ...headers, 'Retry-After': String(retryAfterSeconds) });
}
