import { type Frame, frameOver } from './frame.ts';
import { isZendeskOrigin } from './origin.ts';
import { loadSdk } from './sdk.ts';
import type { Registration, ZafSdk } from './zaf-client.ts';
import { ZafError } from './zaf-error.ts';

const HANDSHAKE_MS = 15_000;

/** Null when the page stands outside Zendesk; rejects when Zendesk never answers the handshake. Call once per page. */
export async function connect(url: URL, sdk: Promise<ZafSdk> = loadSdk()): Promise<Frame | null> {
  const origin = url.searchParams.get('origin') ?? new URLSearchParams(url.hash.slice(1)).get('origin');
  if (!isZendeskOrigin(origin)) return null;
  const { init } = await sdk;
  // `app.registered` fires once and is lost on whoever subscribes later, hence the callback of init.
  const registered = Promise.withResolvers<Registration>();
  const client = init(registered.resolve);
  if (!client) return null;
  const late = setTimeout(() => registered.reject(new ZafError('timeout', 'No handshake')), HANDSHAKE_MS);
  const registration = await registered.promise;
  clearTimeout(late);
  return frameOver(client, registration);
}
