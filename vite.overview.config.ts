import { readFile, rename } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { zodWithoutEval } from './vite.config.ts';

const ROOT = import.meta.dirname;
const OUT = `${ROOT}/dist/admin`;
/** `off` for places without internet, such as the sandbox: the bundled SDK serves alone. */
const ZAF_CDN = process.env.VITE_ZAF_CDN !== 'off';
const ZAF_SDK = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

/** Zendesk's own SDK without blocking on it. The backend sends the policy as a header. */
const zafLink = (): Plugin => ({
  name: 'zaf-link',
  apply: 'build',
  transformIndexHtml: () =>
    ZAF_CDN
      ? [{ tag: 'link', attrs: { rel: 'preload', as: 'script', 'data-zaf': true, href: ZAF_SDK }, injectTo: 'head' }]
      : [],
});

/** The backend serves the page as index.html, whatever its source is called. */
const asIndex = (): Plugin => ({
  name: 'as-index',
  apply: 'build',
  closeBundle: () => rename(`${OUT}/overview.html`, `${OUT}/index.html`),
});

/** Zod can also write JSON Schema, a quarter of it by weight; the page only checks answers. */
const withoutJsonSchema = (): Plugin => ({
  name: 'without-json-schema',
  apply: 'build',
  async load(id) {
    if (!/\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return;
    const names = (await readFile(id, 'utf8')).matchAll(/^export (?:const|function) (\w+)/gm);
    return [...names].map(([, name]) => `export const ${name} = undefined;`).join('\n');
  },
});

/** The admin's page, which the backend serves itself: no part of the package that Zendesk hosts. */
export default defineConfig({
  root: `${ROOT}/app`,
  base: '/admin/',
  publicDir: false,
  resolve: {
    alias: { 'lodash.get': `${ROOT}/app/ui/slim/get.ts`, 'lodash.memoize': `${ROOT}/app/ui/slim/memoize.ts` },
  },
  plugins: [react(), zodWithoutEval(), withoutJsonSchema(), zafLink(), asIndex()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsDir: 'assets',
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${ROOT}/app/overview.html` },
  },
});
