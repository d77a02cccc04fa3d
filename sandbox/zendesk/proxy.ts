import type { Account } from './account.ts';
import { ApiError } from './errors.ts';
import { type Json, parseJson } from './json.ts';
import { readManifest } from './manifest.ts';
import { type ProxiedRequest, prepareProxied } from './proxy-request.ts';

const MOST_BYTES = 5_000_000;
export type ProxyAnswer = {
  status: number;
  statusText: string;
  responseText: string;
  responseJSON?: unknown;
  responseHeaders: Record<string, string>;
};

/** Makes the app's request as Zendesk's proxy does: from the server, with the secrets that the browser never sees. */
export async function sendProxied(account: Account, options: Json): Promise<ProxyAnswer> {
  try {
    const manifest = readManifest(account.appDir);
    if ('problem' in manifest) return refusal(503, { error: 'AppNotInstalled', description: manifest.problem });
    const { installation } = account.state;
    if (installation === null) return refusal(503, { error: 'AppNotInstalled', description: 'It was uninstalled' });
    return await send(prepareProxied(options, { manifest, settings: installation.settings, now: account.now() }));
  } catch (error) {
    if (error instanceof ApiError) return refusal(error.status, error.body);
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return late
      ? refusal(504, { error: 'Timeout' })
      : refusal(502, { error: 'BadGateway', description: 'The host could not be reached' });
  }
}

async function send({ url, method, headers, body, timeoutMs }: ProxiedRequest): Promise<ProxyAnswer> {
  const response = await fetch(url, {
    method,
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const responseText = await readCapped(response);
  const { status, statusText } = response;
  const responseHeaders = Object.fromEntries(response.headers);
  return { status, statusText, responseText, responseJSON: parseJson(responseText), responseHeaders };
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new ApiError(502, { error: 'ResponseTooLarge', description: `More than ${MOST_BYTES} bytes` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refusal(status: number, body: object): ProxyAnswer {
  const responseText = JSON.stringify(body);
  return { status, statusText: 'Refused by the proxy', responseText, responseJSON: body, responseHeaders: {} };
}
