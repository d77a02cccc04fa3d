import { ApiError } from '../../api/api-error.ts';
import { isProblem } from '../../api/guards.ts';
import { type RouteName, routes } from './routes.ts';

/** The same as `InputOf`, once nobody asks any more which route it is for. */
export type AnyInput = { id?: string; query?: object; body?: unknown; file?: Blob };

const TIMEOUT_MS = 15_000;
/** A file of knowledge takes as long as its upload. */
const UPLOAD_TIMEOUT_MS = 600_000;

/** One call; every answer that is not 2xx becomes an ApiError. */
export async function send(fetch: typeof globalThis.fetch, token: string, name: RouteName, input: AnyInput) {
  const { method, path } = routes[name];
  const { id = '', query, body, file } = input;
  const url = path.replace('{id}', encodeURIComponent(id)) + asSearch(query);
  const answer = await fetch(url, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(file && { 'content-type': file.type || 'application/octet-stream' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file && { body: file }),
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(file ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS),
  }).catch(unanswered);
  const json: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw asError(answer.status, json);
  return json;
}

function asSearch(query: object = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

function unanswered(failure: unknown): never {
  const late = failure instanceof DOMException && failure.name === 'TimeoutError';
  throw new ApiError(late ? 'timeout' : 'unreachable', String(failure));
}

function asError(status: number, json: unknown): ApiError {
  if (!isProblem(json)) return new ApiError(status === 401 ? 'unauthorized' : 'unreachable', `It answered ${status}`);
  const { code, message, requestId, retryAfterSeconds } = json.error;
  return new ApiError(code, message, requestId, retryAfterSeconds);
}
