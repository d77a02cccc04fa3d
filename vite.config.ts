import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const ROOT = import.meta.dirname;
const BACKEND_ORIGIN = process.env.BACKEND_ORIGIN ?? 'http://localhost:8787';
/** `on` makes the package that the Marketplace lists, anything else one for a single account. */
const MARKETPLACE = process.env.MARKETPLACE === 'on';
/** `off` for places without internet, such as the sandbox: the bundled SDK serves alone. */
const ZAF_CDN = process.env.VITE_ZAF_CDN !== 'off';
const ZDASSETS = 'https://static.zdassets.com';
const ZAF_SDK = `${ZDASSETS}/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js`;

/** One chunk for what every first paint needs compresses better than the many that sharing with lazy panels makes. */
export const FIRST_TIER =
  /^\0rolldown|node_modules\/(react|react-dom|scheduler|styled-components|stylis|polished|color2k|lodash\.\w+|@zendeskgarden\/react-(theming|tags|buttons\/dist\/esm\/(styled|elements)\/(Styled)?(Icon|IconButton|Button)\.js))\b/;

const policy = [
  "default-src 'none'",
  `script-src 'self'${ZAF_CDN ? ` ${ZDASSETS}` : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Groups of words that only panels of the second tier say. */
const LATER_WORDS = [
  'assignee',
  'due',
  'engine',
  'engineNote',
  'rate',
  'reply',
  'rewrite',
  'setAside',
  'struck',
  'why',
];

/** English in two parts, `virtual:english-first` and `virtual:english-later`, so that the first paint carries only its own. */
export const splitEnglish = (): Plugin => ({
  name: 'split-english',
  resolveId: (id) => (/^virtual:english-(first|later)$/.test(id) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith('\0virtual:english-')) return;
    const { ui } = JSON.parse(await readFile(`${ROOT}/translations/en.json`, 'utf8'));
    const later = id.endsWith('later');
    const groups = Object.entries(ui).filter(([name]) => LATER_WORDS.includes(name) === later);
    return `export const words = ${JSON.stringify(Object.fromEntries(groups))}`;
  },
});

/** Zod would ask whether it may compile code, which the page's policy refuses and browsers report. */
export const zodWithoutEval = (): Plugin => ({
  name: 'zod-without-eval',
  transform: (code, id) =>
    /\/zod\/v4\/core\/core\.js$/.test(id) ? `globalThis.__zod_globalConfig = { jitless: true };\n${code}` : undefined,
});

/** The page's head as packaged: a strict policy, and Zendesk's own SDK without blocking on it. */
const packagedHead = (): Plugin => ({
  name: 'packaged-head',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ...(ZAF_CDN
      ? [
          {
            tag: 'link',
            attrs: { rel: 'preload', as: 'script', 'data-zaf': true, href: ZAF_SDK },
            injectTo: 'head' as const,
          },
        ]
      : []),
  ],
});

/** The page that the small entry asks for, fetched beside it instead of after it. */
const preloadPage = (): Plugin => ({
  name: 'preload-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/app/mount.tsx'));
      const entry = chunks.find(({ isEntry }) => isEntry)?.fileName;
      const files = page ? [...page.imports, page.fileName].filter((file) => file !== entry) : [];
      return files.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head' as const,
      }));
    },
  },
});

const LEFT_OUT: Record<string, string> = {
  // styled-components asks for prefixes only where a StyleSheetManager wants them.
  'stylis/src/Prefixer.js': 'export const prefix = (value) => value;',
  // It would preload later chunks and their stylesheets: those have none, and naming them costs more bytes than it saves.
  '\0vite/preload-helper.js': 'export const __vitePreload = (load) => load();',
};

/** Puts next to nothing in the place of what nothing here runs. */
const leaveOut = (): Plugin => ({
  name: 'leave-out',
  apply: 'build',
  enforce: 'pre',
  load: (id) => Object.entries(LEFT_OUT).find(([path]) => id.endsWith(path))?.[1],
});

/** What the first paint runs is compiled off the main thread as it comes in, not function by function. */
const compiledAhead = (): Plugin => ({
  name: 'compiled-ahead',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle))
      if (part.type === 'chunk' && ['vendor', 'mount'].includes(part.name))
        part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
  },
});

/** Puts beside the bundle what Zendesk wants in a package, with this installation's backend stamped in. */
const zendeskPackage = (): Plugin => ({
  name: 'zendesk-package',
  apply: 'build',
  async closeBundle() {
    const manifest = JSON.parse(await readFile(`${ROOT}/manifest.json`, 'utf8'));
    manifest.private = !MARKETPLACE;
    manifest.domainWhitelist = [new URL(BACKEND_ORIGIN).hostname];
    for (const place of Object.values<{ url: string }>(manifest.location.support)) {
      const page = URL.parse(place.url);
      if (page !== null) place.url = new URL(page.pathname, BACKEND_ORIGIN).href;
    }
    for (const parameter of manifest.parameters)
      if (parameter.name === 'backend_url') parameter.default = new URL(BACKEND_ORIGIN).origin;
    await mkdir(`${ROOT}/dist/assets`, { recursive: true });
    // The sandbox's own build stands for another origin and no CDN: it has to be made again after this one.
    await rm(`${ROOT}/dist/.built-for`, { force: true });
    await writeFile(`${ROOT}/dist/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
    await cp(`${ROOT}/requirements.json`, `${ROOT}/dist/requirements.json`);
    await cp(`${ROOT}/translations`, `${ROOT}/dist/translations`, { recursive: true });
    await cp(`${ROOT}/assets`, `${ROOT}/dist/assets`, { recursive: true });
  },
});

export default defineConfig({
  root: `${ROOT}/app`,
  base: './',
  publicDir: false,
  resolve: {
    alias: { 'lodash.get': `${ROOT}/app/ui/slim/get.ts`, 'lodash.memoize': `${ROOT}/app/ui/slim/memoize.ts` },
  },
  plugins: [react(), splitEnglish(), leaveOut(), packagedHead(), preloadPage(), compiledAhead(), zendeskPackage()],
  build: {
    outDir: `${ROOT}/dist/assets`,
    emptyOutDir: true,
    assetsDir: '',
    target: 'es2022',
    sourcemap: false,
    // `preload-page` names what the first paint needs; naming the later panels' would cost more bytes up front than it saves.
    modulePreload: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'vendor', test: FIRST_TIER }],
        },
      },
    },
  },
});
