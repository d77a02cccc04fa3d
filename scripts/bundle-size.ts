import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Budgets in bytes, gzip -9, kB = 1000. Of the locales only the largest counts: an agent loads at most one. */
const BUDGET = { first: 90_000, lazy: 55_000 };
const ASSETS = `${import.meta.dirname}/../dist/assets`;
const LOCALES = readdirSync(`${import.meta.dirname}/../translations`).map((name) => name.replace('.json', ''));

const gzipped = (file: string) => gzipSync(readFileSync(`${ASSETS}/${file}`), { level: 9 }).length;
const importsOf = (file: string) =>
  [...readFileSync(`${ASSETS}/${file}`, 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(
    (m) => m[1] ?? '',
  );

function reachable(files: string[], seen = new Set<string>()): Set<string> {
  for (const file of files.filter((name) => !seen.has(name))) reachable(importsOf(file), seen.add(file));
  return seen;
}

const html = readFileSync(`${ASSETS}/index.html`, 'utf8');
const first = reachable([...html.matchAll(/"\.\/([\w.-]+\.js)"/g)].map((match) => match[1] ?? ''));
const rest = readdirSync(ASSETS).filter((name) => name.endsWith('.js') && !first.has(name));
const isLocale = (name: string) => LOCALES.some((locale) => name.startsWith(`${locale}-`));
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + gzipped(file), 0);
const largestLocale = Math.max(0, ...rest.filter(isLocale).map(gzipped));
const sizes = { first: sum(first), lazy: sum(rest.filter((name) => !isLocale(name))) + largestLocale };

for (const file of [...first, ...rest])
  console.log(`${String(gzipped(file)).padStart(8)}  ${first.has(file) ? 'first' : 'lazy '}  ${file}`);
for (const tier of ['first', 'lazy'] as const) {
  const over = sizes[tier] > BUDGET[tier];
  console.log(`${String(sizes[tier]).padStart(8)}  ${tier} of ${BUDGET[tier]} bytes${over ? '  OVER BUDGET' : ''}`);
  if (over) process.exitCode = 1;
}
