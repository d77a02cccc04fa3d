import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Budgets in bytes, gzip -9, kB = 1000. Of the locales only the largest counts: nobody loads more than one. */
const SIDEBAR = { first: 90_000, lazy: 55_000 };
/** The admin's page with its largest page open, and with all of them. */
const OVERVIEW = { open: 160_000, all: 195_000 };
const DIST = `${import.meta.dirname}/../dist`;
const LOCALES = readdirSync(`${import.meta.dirname}/../translations`).map((name) => name.replace('.json', ''));

const isLocale = (name: string) => LOCALES.some((locale) => name.startsWith(`${locale}-`));

/** The scripts of one page: what its HTML names with what that imports, and the rest, which comes later. */
function weigh(html: string, folder: string) {
  const gzipped = (file: string) => gzipSync(readFileSync(`${DIST}/${folder}/${file}`), { level: 9 }).length;
  const importsOf = (file: string) =>
    [
      ...readFileSync(`${DIST}/${folder}/${file}`, 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g),
    ].map((match) => match[1] ?? '');
  const reachable = (files: string[], seen = new Set<string>()): Set<string> => {
    for (const file of files.filter((name) => !seen.has(name))) reachable(importsOf(file), seen.add(file));
    return seen;
  };
  const named = readFileSync(`${DIST}/${html}`, 'utf8').matchAll(/(?:src|href)="[^"]*?([\w.-]+\.js)"/g);
  const scripts = readdirSync(`${DIST}/${folder}`).filter((name) => name.endsWith('.js'));
  const first = reachable([...named].map((match) => match[1] ?? '').filter((name) => scripts.includes(name)));
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + gzipped(file), 0);
  const rest = scripts.filter((name) => !first.has(name));
  for (const file of [...first, ...rest])
    console.log(`${String(gzipped(file)).padStart(8)}  ${first.has(file) ? 'first' : 'lazy '}  ${file}`);
  return {
    first: sum(first),
    lazy: sum(rest.filter((name) => !isLocale(name))),
    locale: Math.max(0, ...rest.filter(isLocale).map(gzipped)),
    /** Of each later script, with all that only it brings. */
    later: rest
      .filter((name) => !isLocale(name))
      .map((name) => sum([...reachable([name])].filter((file) => !first.has(file)))),
  };
}

function hold(name: string, size: number, budget: number): void {
  console.log(`${String(size).padStart(8)}  ${name} of ${budget} bytes${size > budget ? '  OVER BUDGET' : ''}`);
  if (size > budget) process.exitCode = 1;
}

const sidebar = weigh('assets/index.html', 'assets');
const overview = weigh('admin/index.html', 'admin/assets');
hold('sidebar, first', sidebar.first, SIDEBAR.first);
hold('sidebar, lazy', sidebar.lazy + sidebar.locale, SIDEBAR.lazy);
hold('overview, one page open', overview.first + Math.max(0, ...overview.later) + overview.locale, OVERVIEW.open);
hold('overview, all', overview.first + overview.lazy + overview.locale, OVERVIEW.all);
