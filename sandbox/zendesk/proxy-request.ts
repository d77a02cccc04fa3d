import { createHmac } from 'node:crypto';
import { badRequest, forbidden } from './errors.ts';
import { isObject, type Json, objectAt } from './json.ts';
import type { Manifest } from './manifest.ts';

export type ProxiedRequest = {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  timeoutMs: number;
};
type Installation = { manifest: Manifest; settings: Record<string, string>; now: Date };
type Place = 'header' | 'body' | 'url' | 'jwt_secret_key' | 'jwt_claim';

const LONGEST_MS = 60_000;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const OWN_HEADERS = new Set(['host', 'cookie', 'content-length', 'connection', 'transfer-encoding']);
const SETTING = /\{\{\s*setting\.([\w-]+)\s*\}\}/g;

/** Turns the options of the app's `client.request` into the call that the proxy makes; throws 4xx saying why it will not. */
export function prepareProxied(options: Json, installation: Installation): ProxiedRequest {
  const secure = options.secure === true;
  const method = String(options.type ?? options.method ?? 'GET').toUpperCase();
  if (!METHODS.includes(method)) throw badRequest(`The proxy does not support ${method}`);
  const token = isObject(options.jwt) ? signJwt(options.jwt, installation) : null;
  const insert = (text: string, place: Place) => {
    const filled = secure ? fillSettings(text, place, installation) : text;
    return token === null ? filled : filled.replace(/\{\{\s*jwt\.token\s*\}\}/g, token);
  };
  const url = readUrl(insert(String(options.url ?? ''), 'url'));
  if ((secure || token !== null) && !isListed(url, installation.manifest.domains)) {
    throw forbidden(`Secure settings may only go to the manifest's domainWhitelist, and ${url.host} is not in it`);
  }
  const { body, type } = readBody(options, method, url);
  const timeoutMs = Math.min(Number(options.timeout) || LONGEST_MS, LONGEST_MS);
  const headers = readHeaders(objectAt(options, 'headers'), type, (value) => insert(value, 'header'));
  return { url, method, headers, body: body === null ? null : insert(body, 'body'), timeoutMs };
}

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw badRequest('The proxy needs an absolute http or https URL');
  return url;
}

function isListed({ host, hostname }: URL, domains: string[]): boolean {
  return domains.some(
    (domain) =>
      domain === host || domain === hostname || (domain.startsWith('*.') && hostname.endsWith(domain.slice(1))),
  );
}

/** A setting is filled in only where its manifest parameter is secure and its scopes name the place. */
function fillSettings(text: string, place: Place, { manifest, settings }: Installation): string {
  return text.replace(SETTING, (_, name: string) => {
    const parameter = manifest.parameters.find((known) => known.name === name);
    if (parameter === undefined) throw badRequest(`The manifest has no parameter ${name}`);
    if (!parameter.secure) throw badRequest(`The parameter ${name} is not secure`);
    if (parameter.scopes !== null && !parameter.scopes.includes(place)) {
      throw badRequest(`The parameter ${name} lacks the scope ${place}`);
    }
    const value = settings[name];
    if (value === undefined) throw badRequest(`The setting ${name} has no value in this installation`);
    return value;
  });
}

function signJwt(jwt: Json, installation: Installation): string {
  if (jwt.algorithm !== 'HS256') throw badRequest('jwt.algorithm must be HS256');
  const secret = fillSettings(String(jwt.secret_key ?? ''), 'jwt_secret_key', installation);
  if (secret === '') throw badRequest('jwt.secret_key is missing');
  const iat = Math.floor(installation.now.getTime() / 1000);
  const given = Object.entries(objectAt(jwt, 'claims'));
  const claims = given.map(([name, value]) => [
    name,
    typeof value === 'string' ? fillSettings(value, 'jwt_claim', installation) : value,
  ]);
  const payload = { ...Object.fromEntries(claims), iat, exp: iat + (Number(jwt.expiry) || 60) };
  const signed = [{ alg: 'HS256', typ: 'JWT' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** As jQuery sends: text as it is, an object as a form, or in the query of a GET. */
function readBody({ data, contentType }: Json, method: string, url: URL): { body: string | null; type: string | null } {
  const type = typeof contentType === 'string' ? contentType : 'application/x-www-form-urlencoded; charset=UTF-8';
  if (data === undefined || data === null) return { body: null, type: null };
  const text = isObject(data)
    ? new URLSearchParams(Object.entries(data).map(([key, value]) => [key, String(value)])).toString()
    : String(data);
  if (method !== 'GET' && method !== 'HEAD') return { body: text, type };
  url.search = url.search === '' ? text : `${url.search}&${text}`;
  return { body: null, type: null };
}

/** Names with an underscore do not pass Zendesk's proxy. */
function readHeaders(given: Json, type: string | null, insert: (value: string) => string): Record<string, string> {
  const passing = Object.entries(given).filter(([name]) => !name.includes('_') && !OWN_HEADERS.has(name.toLowerCase()));
  const headers = passing.map(([name, value]) => [name.toLowerCase(), insert(String(value))]);
  return { ...(type === null ? {} : { 'content-type': type }), ...Object.fromEntries(headers) };
}
