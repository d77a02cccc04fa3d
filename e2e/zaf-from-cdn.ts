import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';

const CDN = 'https://static.zdassets.com';
const SDK = `${CDN}/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js`;

/** Zendesk's own build cannot be had here: the npm one stands in, with what its own build adds, a word to the host for every click. */
async function buildSdk(): Promise<string> {
  const built = (await build({
    logLevel: 'error',
    configFile: false,
    build: {
      write: false,
      lib: {
        entry: createRequire(import.meta.url).resolve('zendesk_app_framework_sdk'),
        name: 'ZAFClient',
        formats: ['iife'],
        fileName: 'sdk',
      },
    },
  })) as Rolldown.RolldownOutput[];
  return `${built[0]?.output[0].code}
    const init = ZAFClient.init;
    window.ZAFClient = { init(...args) {
      const client = init(...args);
      window.fromCdn = true;
      addEventListener('click', () => client.invoke('track', { type: 'click' }));
      return client;
    } };`;
}

/** Serves the app's page as the package has it, with the SDK from Zendesk's CDN before the bundled one. */
export async function serveZafFromCdn(page: Page): Promise<void> {
  const body = await buildSdk();
  await page.route(SDK, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.route('**/assets/index.html?*', async (route) => {
    const html = await (await route.fetch()).text();
    const head = `<link rel="preload" as="script" data-zaf href="${SDK}"></head>`;
    await route.fulfill({
      contentType: 'text/html',
      body: html
        .replace("script-src 'self'", `script-src 'self' ${CDN}`)
        .replace('script-src &#39;self&#39;', `script-src &#39;self&#39; ${CDN}`)
        .replace('</head>', head),
    });
  });
}
