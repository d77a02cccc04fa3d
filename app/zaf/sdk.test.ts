import { afterEach, describe, expect, it } from 'vitest';
import { loadSdk } from './sdk.ts';
import type { ZafSdk } from './zaf-client.ts';

/** A page whose CDN either gives Zendesk's SDK or an error, as soon as a script is appended. */
function pageWith(cdn: ZafSdk | 'broken' | null): Document {
  const link = cdn === null ? null : { href: 'https://cdn.example/zaf.js' };
  const append = (script: { onload(): void; onerror(): void }) => {
    if (cdn === 'broken') return script.onerror();
    if (cdn) window.ZAFClient = cdn;
    script.onload();
  };
  return { querySelector: () => link, createElement: () => ({}), head: { append } } as unknown as Document;
}

afterEach(() => {
  delete window.ZAFClient;
});

describe('the SDK', () => {
  it('is Zendesk’s own where the page can load it', async () => {
    const own: ZafSdk = { init: () => false };
    expect(await loadSdk(pageWith(own))).toBe(own);
  });

  it.each(['broken', null] as const)('is the bundled one when the CDN is %s', async (cdn) => {
    const sdk = await loadSdk(pageWith(cdn));
    expect(sdk.init()).toBe(false);
  });
});
