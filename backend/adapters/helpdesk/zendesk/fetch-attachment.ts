import type { AttachmentRefusal } from '../../../ports/helpdesk.ts';
import type { ZendeskAccount, ZendeskClient } from './client.ts';
import { named } from './send.ts';

const TIMEOUT_MS = 10_000;
const REDIRECTS = 2;
/** Where Zendesk keeps the files themselves. */
const STORAGE = '.zdusercontent.com';
/** Only files: an address comes from a ticket and must not read the rest of the account with our rights. */
const FILES = '/attachments/';

type Source = Pick<ZendeskAccount, 'baseUrl' | 'fetch' | 'marketplace'> & Pick<ZendeskClient, 'readToken'>;
type Wanted = { url: string; maxBytes: number; signal: AbortSignal | undefined };

/**
 * Reads a file that a ticket names. The account's own host alone sees our token, and only on the first request: what
 * it redirects to is asked without. Never throws.
 */
export async function fetchAttachment(source: Source, wanted: Wanted): Promise<Uint8Array | AttachmentRefusal> {
  const end = AbortSignal.timeout(TIMEOUT_MS);
  const signal = wanted.signal ? AbortSignal.any([wanted.signal, end]) : end;
  try {
    const response = await request(source, wanted.url, signal);
    if (typeof response === 'string') return response;
    const body = await readWithin(response, wanted.maxBytes);
    return body ?? 'too_large';
  } catch {
    return 'unreachable';
  }
}

async function request(source: Source, first: string, signal: AbortSignal): Promise<Response | AttachmentRefusal> {
  let url = URL.parse(first);
  if (!url || !isOwn(url, source.baseUrl)) return 'not_allowed';
  let headers: Record<string, string> = {
    authorization: `Bearer ${await source.readToken()}`,
    ...named(source.marketplace),
  };
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    signal.throwIfAborted();
    const response: Response = await source.fetch(url, { headers, redirect: 'manual', signal });
    if (response.ok && response.status !== 204) return response;
    await response.body?.cancel();
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null) return refusalOf(response.status);
    url = URL.parse(next, url);
    if (!url || !(isOwn(url, source.baseUrl) || isStorage(url))) return 'not_allowed';
    headers = {};
  }
  return 'not_allowed';
}

/** The same origin, so plain http passes only where the account itself is there: a sandbox on this machine. */
const isOwn = (url: URL, baseUrl: string): boolean =>
  url.origin === new URL(baseUrl).origin && isSafe(url) && url.pathname.startsWith(FILES);

const isStorage = (url: URL): boolean =>
  url.protocol === 'https:' && url.port === '' && url.hostname.endsWith(STORAGE) && isSafe(url);

const isSafe = (url: URL): boolean =>
  url.username === '' &&
  url.password === '' &&
  (url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)));

const refusalOf = (status: number): AttachmentRefusal => {
  if (status === 404 || status === 410) return 'gone';
  return status === 401 || status === 403 ? 'not_allowed' : 'unreachable';
};

/** Null as soon as there is more than `maxBytes`, whatever the length that was announced. */
async function readWithin(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await response.body?.cancel();
    return null;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the body, and with it the connection.
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > maxBytes) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
