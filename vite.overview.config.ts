import { readdir, readFile, rename } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { pageApi } from './backend/contract/page-api.ts';
import { FIRST_TIER, zodWithoutEval } from './vite.config.ts';

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

const TABLE = 'virtual:page-routes';

/** Method and path of every route that the page calls: it needs nothing else of the contract, whose checks weigh 25 kB. */
export const pageRoutes = (): Plugin => ({
  name: 'page-routes',
  resolveId: (id) => (id === TABLE ? `\0${TABLE}` : undefined),
  load(id) {
    if (id !== `\0${TABLE}`) return;
    const routes = Object.entries(pageApi).map(([name, { method, path }]) => [name, { method, path }]);
    return `export const routes = ${JSON.stringify(Object.fromEntries(routes))}`;
  },
});

/** Groups of words that only the admin's pages say; of some, the lead's pages say a part. */
const ADMIN_WORDS =
  'save version connect check account category subcategory team mode review trust masking retention draftFrom model usage audit knowledge letters undo erasure feedback decision routing hours escalation assignment'.split(
    ' ',
  );
const SAID_BY_BOTH = [
  ['category', 'shipped'],
  ['team', 'shipped'],
  ['escalation', 'rule'],
  ['usage', 'for'],
  ['save', 'setAsideText'],
] as const;

type Dictionary = Record<string, Record<string, unknown>>;

function firstWords(words: Dictionary): Dictionary {
  const first = Object.fromEntries(Object.entries(words).filter(([group]) => !ADMIN_WORDS.includes(group)));
  for (const [group, part] of SAID_BY_BOTH) first[group] = { [part]: words[group]?.[part] };
  return first;
}

const restWords = (words: Dictionary): Dictionary =>
  Object.fromEntries(ADMIN_WORDS.map((group) => [group, words[group] ?? {}]));

const WORDS = 'virtual:page-words';

/** The page's words of each locale in two parts, so that who only looks loads nothing of what only an admin reads. */
export const splitPageWords = (): Plugin => ({
  name: 'split-page-words',
  resolveId: (id) => (id.startsWith(WORDS) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${WORDS}`)) return;
    const [, locale, part] = /\/(.+)-(first|rest)$/.exec(id) ?? [];
    if (!locale) return listWords();
    const { overview } = JSON.parse(await readFile(`${ROOT}/translations/${locale}.json`, 'utf8'));
    return `export const words = ${JSON.stringify(part === 'first' ? firstWords(overview) : restWords(overview))}`;
  },
});

async function listWords(): Promise<string> {
  const locales = (await readdir(`${ROOT}/translations`)).map((name) => name.replace('.json', ''));
  const table = (part: string) =>
    `{ ${locales.map((locale) => `'${locale}': () => import('${WORDS}/${locale}-${part}')`).join(', ')} }`;
  return `export const first = ${table('first')};\nexport const rest = ${table('rest')};`;
}

/** What only the lead's pages draw with and say, and small things that they share with an admin's. */
const LEAD =
  /app\/(ui\/chart\/|overview\/(parts\/(RangeBar|CsvButton|NothingYet|useRange|days|useValueWords|usePlaceChoice|wilson)|pages\/useColumns)\b)|node_modules\/d3-\w+\//;
const PARTS =
  /app\/(overview\/(parts\/(EmptyState|save-as)|api\/useAction|pages\/(Facts|TicketLink|usePoll))|ui\/page\/(DataTable|spans|Card)|ui\/(Meter|Disclosure|Tag|Link|LinkButton|Anchor))\.tsx?$/;

/** What every page needs in one chunk, and what most of the lead's pages need in two more, compress better than the many that sharing makes. */
const CHUNKS = [
  { name: 'vendor', test: FIRST_TIER, priority: 3 },
  { name: 'frame', test: /app\/overview\/main\.tsx$/, priority: 2 },
  { name: 'lead', test: LEAD, priority: 1, includeDependenciesRecursively: false },
  { name: 'parts', test: PARTS, priority: 1, includeDependenciesRecursively: false },
];

/** The admin's page, which the backend serves itself: no part of the package that Zendesk hosts. */
export default defineConfig({
  root: `${ROOT}/app`,
  base: '/admin/',
  publicDir: false,
  resolve: {
    alias: { 'lodash.get': `${ROOT}/app/ui/slim/get.ts`, 'lodash.memoize': `${ROOT}/app/ui/slim/memoize.ts` },
  },
  plugins: [react(), pageRoutes(), splitPageWords(), zodWithoutEval(), withoutJsonSchema(), zafLink(), asIndex()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsDir: 'assets',
    target: 'es2022',
    sourcemap: false,
    // As for the sidebar: naming beforehand what each page needs would cost everybody more than it saves who opens one.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
    rolldownOptions: {
      input: `${ROOT}/app/overview.html`,
      output: {
        codeSplitting: {
          groups: CHUNKS,
        },
      },
    },
  },
});
