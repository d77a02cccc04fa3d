import pRetry from 'p-retry';
import { OutsideError } from '../../../ports/errors.ts';
import { ask, type Marketplace, type Request, readAnswer, readText } from './send.ts';
import { type KeptTokens, keptTokens, ownTokens } from './tokens.ts';

/** Whoever waits in here holds a worker; a longer wait is the caller's to arrange. */
const LONGEST_WAIT_SECONDS = 3;

export type ZendeskAccount = {
  baseUrl: string;
  /** A confidential OAuth client: this account's own, or with `kept` the Marketplace's. API tokens are gone from Zendesk. */
  clientId: string;
  clientSecret: string;
  /** Where the tokens are that an admin has allowed; null or absent: the client asks for itself. */
  kept?: KeptTokens | null;
  /** Null or absent for an app that is not in the Marketplace. */
  marketplace?: Marketplace | null;
  fetch: typeof fetch;
};

export type ZendeskClient = {
  get(path: string): Promise<unknown>;
  /** One attempt, as of all writes: whether one that failed may be sent again is the caller's to decide. */
  put(path: string, body: unknown): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
  delete(path: string): Promise<unknown>;
  /** What is not JSON; asked for once. */
  getText(path: string): Promise<string>;
  /** For requests to this account's own host that are none of these. */
  readToken(): Promise<string>;
};

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

const isUnauthorized = (error: unknown): boolean => error instanceof OutsideError && error.code === 'unauthorized';

/** Talks to one account's REST API, as its own client or as an admin has allowed it. Throws OutsideError. */
export function createZendeskClient(account: ZendeskAccount): ZendeskClient {
  const tokens = account.kept ? keptTokens(account, account.kept) : ownTokens(account);

  const authorised = async <T>(path: string, request: Request, read: (answer: Response) => Promise<T>): Promise<T> => {
    const attempt = async (token: string) =>
      read(await ask(account, path, { ...request, headers: { authorization: `Bearer ${token}` } }));
    const token = await tokens.read();
    return attempt(token).catch(async (error) => {
      if (!isUnauthorized(error)) throw error;
      // Nothing was done yet, so that even a write may be sent once more.
      tokens.refused(token);
      return attempt(await tokens.read());
    });
  };

  return {
    get: (path) => retrying(() => authorised(path, { method: 'GET' }, readAnswer)),
    put: (path, body) => authorised(path, { method: 'PUT', body }, readAnswer),
    post: (path, body) => authorised(path, { method: 'POST', body }, readAnswer),
    delete: (path) => authorised(path, { method: 'DELETE' }, readAnswer),
    getText: (path) => authorised(path, { method: 'GET' }, readText),
    readToken: tokens.read,
  };
}
