import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, type RequestInit as UndiciInit, fetch as undiciFetch } from 'undici';
import { OutsideError } from '../ports/errors.ts';
import { addressIn, isPublic } from './is-public.ts';

export type EgressRules = {
  /** May be asked by https: `api.example.com`, or `*.example.com` for every name under it. */
  hosts: readonly string[];
  /** What the operator has configured, such as http://localhost:11434 or https://{subdomain}.example.com: that scheme, host and port, wherever it leads. */
  origins: readonly string[];
  /** Told of everything that is not let out. */
  onRefused?: (host: string, why: RefusedWhy) => void;
  /** Looks a name up; all of its addresses. */
  resolve?: Resolve;
};
export type RefusedWhy = 'scheme' | 'host' | 'address';
export type Resolve = (
  name: string,
  answer: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void;

export type Egress = { fetch: typeof fetch; close(): Promise<void> };

const resolveAll: Resolve = (name, answer) =>
  lookup(name, { all: true }, (error, addresses) => answer(error, error ? [] : addresses));

const refusal = (why: RefusedWhy): OutsideError =>
  new OutsideError('egress', 'forbidden', `this ${why} is not one that we may ask`);

const isListed = (hostname: string, hosts: readonly string[]): boolean =>
  hosts.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));

/** Looks a name up for a connection that is being made, so that no other answer can come in between. One private address refuses them all. */
const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (name, options, answer) =>
    resolve(name, (error, addresses) => {
      const [first] = addresses;
      const failed =
        error ?? (first && addresses.every(({ address }) => isPublic(address)) ? null : refusal('address'));
      if (failed || !first) return answer(failed, '', 4);
      if (options.all) return answer(null, addresses);
      return answer(null, first.address, first.family);
    });

function whyRefused(url: URL, { hosts }: EgressRules): RefusedWhy | null {
  if (url.protocol !== 'https:') return 'scheme';
  if (url.username !== '' || url.password !== '' || url.port !== '' || !isListed(url.hostname, hosts)) return 'host';
  const address = addressIn(url.hostname);
  return address !== null && !isPublic(address) ? 'address' : null;
}

const ACCOUNT = '{subdomain}';

/** Compares with origins as they are configured, of which one may stand for every account's. */
function originMatcher(configured: readonly string[]): (origin: string) => boolean {
  const exact = new Set(configured.filter((url) => !url.includes(ACCOUNT)).map((url) => new URL(url).origin));
  const frames = configured.filter((url) => url.includes(ACCOUNT)).map((url) => url.replace(/\/+$/, '').split(ACCOUNT));
  return (origin) =>
    exact.has(origin) ||
    frames.some(([before = '', after = '']) => {
      const account = origin.slice(before.length, origin.length - after.length);
      return origin === before + account + after && /^[a-z0-9-]+$/.test(account);
    });
}

/** The error that refused an address, out of those that were wrapped around it. */
function findRefusal(error: unknown): OutsideError | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1)
    if (cause instanceof OutsideError) return cause;
  return null;
}

/**
 * The one way out of this process: asks listed hosts by https at public addresses, and what the operator has configured.
 * A redirect is never followed; who wants to, asks for `manual` and sends another request. Throws OutsideError `forbidden`
 * for what is not let out, and what `fetch` throws for the rest.
 */
export function createEgress(rules: EgressRules): Egress {
  const guarded = new Agent({ connect: { lookup: publicLookup(rules.resolve ?? resolveAll) } });
  const configured = new Agent();
  const isConfiguredOrigin = originMatcher(rules.origins);

  const refuse = (url: URL, why: RefusedWhy): never => {
    rules.onRefused?.(url.hostname, why);
    throw refusal(why);
  };

  const egressFetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const isConfigured = isConfiguredOrigin(url.origin) && url.username === '' && url.password === '';
    const why = isConfigured ? null : whyRefused(url, rules);
    if (why) return refuse(url, why);
    const redirect = init.redirect === 'manual' ? 'manual' : 'error';
    const sent = { ...init, redirect, dispatcher: isConfigured ? configured : guarded } as unknown as UndiciInit;
    const asked = input instanceof Request ? undiciFetch(url, await withRequest(input, sent)) : undiciFetch(url, sent);
    return asked.catch((error) => {
      if (findRefusal(error)) return refuse(url, 'address');
      throw error;
    }) as unknown as Promise<Response>;
  };
  return {
    fetch: egressFetch,
    close: async () => {
      await Promise.all([guarded.close(), configured.close()]);
    },
  };
}

/** Undici's fetch takes no request of the platform's. */
async function withRequest(request: Request, init: UndiciInit): Promise<UndiciInit> {
  const body = request.body === null ? {} : { body: await request.arrayBuffer() };
  return { method: request.method, headers: [...request.headers], signal: request.signal, ...body, ...init };
}
