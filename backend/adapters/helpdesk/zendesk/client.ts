import pRetry from 'p-retry';
import { OutsideError, type OutsideErrorCode } from '../../../ports/errors.ts';

const TIMEOUT_MS = 15_000;
/** Whoever waits in here holds a worker; a longer wait is the caller's to arrange. */
const LONGEST_WAIT_SECONDS = 3;
/** Nobody is left alone for longer, whatever an answer says; then it is asked again. */
const LONGEST_PAUSE_SECONDS = 3_600;
/** Tokens are renewed this long before they end. */
const RENEW_MS = 60_000;

export type ZendeskAccount = {
  baseUrl: string;
  /** A confidential OAuth client of this account; API tokens are gone from Zendesk. */
  clientId: string;
  clientSecret: string;
  fetch: typeof fetch;
};

export type ZendeskClient = {
  get(path: string): Promise<unknown>;
  /** One attempt: whether a failed write may be sent again is the caller's to decide. */
  put(path: string, body: unknown): Promise<unknown>;
  /** For requests to this account's own host that are not for JSON. */
  readToken(): Promise<string>;
};

const CODES: Record<number, OutsideErrorCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'conflict',
  429: 'rate_limited',
};

const toError = (response: Response): OutsideError => {
  const code = CODES[response.status] ?? (response.status >= 500 ? 'server_error' : 'rejected');
  const wait = Number(response.headers.get('retry-after'));
  return new OutsideError(
    'zendesk',
    code,
    `answered ${response.status}`,
    Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_PAUSE_SECONDS) : null,
  );
};

async function send(account: ZendeskAccount, path: string, init: RequestInit): Promise<unknown> {
  const url = new URL(path, account.baseUrl);
  // A page's link to the next one is Zendesk's text: our token goes to this account and nowhere else.
  if (url.origin !== new URL(account.baseUrl).origin)
    throw new OutsideError('zendesk', 'bad_answer', 'pointed to another host');
  const response = await account
    .fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    .catch((error: Error) => {
      throw new OutsideError('zendesk', error.name === 'TimeoutError' ? 'timeout' : 'unreachable', error.name);
    });
  if (!response.ok) throw toError(response);
  return response.json().catch(() => {
    throw new OutsideError('zendesk', 'bad_answer', 'sent no JSON');
  });
}

const retrying = <T>(run: () => Promise<T>): Promise<T> =>
  pRetry(run, {
    retries: 2,
    minTimeout: 500,
    randomize: true,
    shouldRetry: ({ error }) =>
      error instanceof OutsideError && error.retryable && (error.retryAfterSeconds ?? 0) <= LONGEST_WAIT_SECONDS,
    onFailedAttempt: async ({ error, retriesLeft }) => {
      const wait = error instanceof OutsideError && retriesLeft > 0 ? error.retryAfterSeconds : null;
      if (wait && wait <= LONGEST_WAIT_SECONDS) await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    },
  });

/** Talks to one account's REST API as its OAuth client. Throws OutsideError. */
export function createZendeskClient(account: ZendeskAccount): ZendeskClient {
  let token: Promise<{ value: string; endsAt: number }> | null = null;

  const issueToken = async () => {
    const body = JSON.stringify({
      grant_type: 'client_credentials',
      client_id: account.clientId,
      client_secret: account.clientSecret,
      scope: 'read write',
    });
    const headers = { 'content-type': 'application/json' };
    const answer = (await send(account, '/oauth/tokens', { method: 'POST', headers, body })) as {
      access_token?: string;
      expires_in?: number;
    };
    if (!answer.access_token) throw new OutsideError('zendesk', 'bad_answer', 'issued no access token');
    return { value: answer.access_token, endsAt: Date.now() + (answer.expires_in ?? 7200) * 1000 };
  };

  /** One token for all who ask at the same time. */
  const readToken = async (): Promise<string> => {
    token ??= issueToken();
    const asked = token;
    const held = await asked.catch((error) => {
      if (token === asked) token = null;
      throw error;
    });
    if (held.endsAt - RENEW_MS > Date.now()) return held.value;
    if (token === asked) token = null;
    return readToken();
  };

  const authorised = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { authorization: `Bearer ${await readToken()}`, 'content-type': 'application/json' };
    return send(account, path, { ...init, headers }).catch((error) => {
      if (error instanceof OutsideError && error.code === 'unauthorized') token = null;
      throw error;
    });
  };

  return {
    get: (path) => retrying(() => authorised(path, { method: 'GET' })),
    put: (path, body) => authorised(path, { method: 'PUT', body: JSON.stringify(body) }),
    readToken,
  };
}
