import { OutsideError, type OutsideErrorCode } from '../../../ports/errors.ts';

const TIMEOUT_MS = 15_000;
/** Nobody is left alone for longer, whatever an answer says; then it is asked again. */
const LONGEST_PAUSE_SECONDS = 3_600;

/** Names the Marketplace app that makes a call; Zendesk asks for it of every app that serves several accounts. */
export type Marketplace = { name: string; organizationId: string; appId: string };

/** Where an account is, and how it is asked. */
export type Route = { baseUrl: string; fetch: typeof fetch; marketplace?: Marketplace | null };

const CODES: Record<number, OutsideErrorCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'conflict',
  429: 'rate_limited',
};

function toError(response: Response): OutsideError {
  const code = CODES[response.status] ?? (response.status >= 500 ? 'server_error' : 'rejected');
  const wait = Number(response.headers.get('retry-after'));
  return new OutsideError(
    'zendesk',
    code,
    `answered ${response.status}`,
    Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_PAUSE_SECONDS) : null,
  );
}

export const named = (marketplace: Marketplace | null | undefined): Record<string, string> =>
  marketplace
    ? {
        'X-Zendesk-Marketplace-Name': marketplace.name,
        'X-Zendesk-Marketplace-Organization-Id': marketplace.organizationId,
        'X-Zendesk-Marketplace-App-Id': marketplace.appId,
      }
    : {};

export type Request = { method: string; headers?: Record<string, string>; body?: unknown };

/** Sends one request to this account and gives back whatever was answered. Throws OutsideError when nothing was. */
export async function ask(route: Route, path: string, { method, headers, body }: Request): Promise<Response> {
  const url = new URL(path, route.baseUrl);
  // A page's link to the next one is Zendesk's text: our token goes to this account and nowhere else.
  if (url.origin !== new URL(route.baseUrl).origin)
    throw new OutsideError('zendesk', 'bad_answer', 'pointed to another host');
  return route
    .fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...named(route.marketplace), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    .catch((error: Error) => {
      if (error instanceof OutsideError) throw error;
      throw new OutsideError('zendesk', error.name === 'TimeoutError' ? 'timeout' : 'unreachable', error.name);
    });
}

async function refuseUnlessOk(response: Response): Promise<void> {
  if (response.ok) return;
  await response.body?.cancel();
  throw toError(response);
}

/** An answer's JSON; null when there is none to read, as after a deletion. Throws OutsideError for a refusal. */
export async function readAnswer(response: Response): Promise<unknown> {
  await refuseUnlessOk(response);
  if (response.status === 204) return null;
  return response.json().catch(() => {
    throw new OutsideError('zendesk', 'bad_answer', 'sent no JSON');
  });
}

/** An answer's text. Throws OutsideError for a refusal. */
export async function readText(response: Response): Promise<string> {
  await refuseUnlessOk(response);
  return response.text().catch(() => {
    throw new OutsideError('zendesk', 'unreachable', 'sent half of its answer');
  });
}

/** Sends one request and reads its JSON. Throws OutsideError. */
export const send = async (route: Route, path: string, request: Request): Promise<unknown> =>
  readAnswer(await ask(route, path, request));
