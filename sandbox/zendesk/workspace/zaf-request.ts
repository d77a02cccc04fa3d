import type { RequestOptions } from './zaf-messages.ts';

type Answer = {
  status: number;
  statusText: string;
  responseText: string;
  responseJSON?: unknown;
  responseHeaders: Record<string, string>;
};
export type Settled = { end: 'done' | 'fail'; responseArgs: unknown[] };

/**
 * `client.request`: the helpdesk's own addresses with the agent's session, all others through the helpdesk's proxy,
 * `cors` straight from the browser.
 */
export async function request(options: RequestOptions): Promise<Settled> {
  const answer = await carry(options).catch(noAnswer);
  const { status, statusText, responseText, responseJSON, responseHeaders } = answer;
  const failure = { status, statusText, responseText, responseJSON };
  if (status < 200 || status > 299) return { end: 'fail', responseArgs: [failure, 'error', statusText] };
  const body = options.httpCompleteResponse ? { ...failure, responseHeaders } : (responseJSON ?? responseText);
  return { end: 'done', responseArgs: [body, 'success', failure] };
}

async function carry(options: RequestOptions): Promise<Answer> {
  const url = new URL(options.url, location.origin);
  if (url.origin === location.origin) return readAnswer(await direct(url, options, 'same-origin'));
  if (options.cors) return readAnswer(await direct(url, options, 'omit'));
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/sandbox/proxy', { method: 'POST', headers, body: JSON.stringify(options) });
  return response.ok ? ((await response.json()) as Answer) : readAnswer(response);
}

function direct(url: URL, options: RequestOptions, credentials: RequestCredentials): Promise<Response> {
  const method = (options.type ?? options.method ?? 'GET').toUpperCase();
  const bodiless = method === 'GET' || method === 'HEAD';
  const data = encode(options.data);
  if (bodiless && data !== null) url.search += `${url.search ? '&' : '?'}${data}`;
  const headers = new Headers(options.headers);
  if (!bodiless && data !== null && !headers.has('content-type')) {
    headers.set('content-type', options.contentType || 'application/x-www-form-urlencoded; charset=UTF-8');
  }
  const signal = options.timeout ? AbortSignal.timeout(options.timeout) : null;
  return fetch(url, { method, headers, credentials, signal, body: bodiless ? null : data });
}

/** As jQuery does it: strings go as they are, objects as form fields. */
function encode(data: unknown): string | null {
  if (data === undefined || data === null || data === '') return null;
  if (typeof data === 'string') return data;
  return new URLSearchParams(Object.entries(data).map(([key, value]) => [key, String(value)])).toString();
}

async function readAnswer(response: Response): Promise<Answer> {
  const responseText = await response.text();
  const { status, statusText } = response;
  return {
    status,
    statusText,
    responseText,
    responseJSON: parse(responseText),
    responseHeaders: Object.fromEntries(response.headers),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noAnswer(error: Error): Answer {
  const statusText = error.name === 'TimeoutError' ? 'timeout' : 'error';
  return { status: 0, statusText, responseText: '', responseHeaders: {} };
}
