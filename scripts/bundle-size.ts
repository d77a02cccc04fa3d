import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Budgets in bytes, gzip -9, kB = 1000. Of the locales only the largest counts: nobody loads more than one. */
const SIDEBAR = { first: 90_000, lazy: 55_000 };
/** The page in the navigation bar: `all` of what a lead can open in it. */
const OVERVIEW = { first: 95_000, all: 140_000 };
/** The same for an admin: with the largest page open, and with all of them. */
const ADMIN = { open: 165_000, all: 235_000 };
const LEAD_PAGES = ['Queue', 'Volume', 'Agreement', 'Confidence', 'Drift', 'Effort', 'Spend', 'Escalations'];
const DIST = `${import.meta.dirname}/../dist`;
const LOCALES = readdirSync(`${import.meta.dirname}/../translations`).map((name) => name.replace('.json', ''));

const isLocale = (name: string) => LOCALES.some((locale) => name.startsWith(`${locale}-`));
/** Property by which Zod knows its own, in any of its chunks. */
const ZOD = /\b_zod\b/;

/** The scripts of one page. */
class Scripts {
  readonly names: string[];
  /** What the HTML names, with what that imports. */
  readonly first: Set<string>;
  readonly #folder: string;

  constructor(html: string, folder: string) {
    this.#folder = `${DIST}/${folder}`;
    this.names = readdirSync(this.#folder).filter((name) => name.endsWith('.js'));
    const named = [...readFileSync(`${DIST}/${html}`, 'utf8').matchAll(/(?:src|href)="[^"]*?([\w.-]+\.js)"/g)];
    this.first = this.reached(named.map(([, name = '']) => name));
  }

  text = (name: string) => readFileSync(`${this.#folder}/${name}`, 'utf8');
  size = (name: string) => gzipSync(this.text(name), { level: 9 }).length;
  sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + this.size(name), 0);

  /** With what they import; `andLater`: also what they would import later, apart from what the first scripts do. */
  reached(names: readonly string[], andLater = false, seen = new Set<string>()): Set<string> {
    for (const name of names.filter((each) => this.names.includes(each) && !seen.has(each))) {
      const later = andLater && !this.first.has(name) ? '\\(?' : '';
      const pattern = new RegExp(`(?:from|import)\\s*${later}["'\`]\\./([\\w.-]+\\.js)["'\`]`, 'g');
      const imports = [...this.text(name).matchAll(pattern)].map(([, imported = '']) => imported);
      this.reached(imports, andLater, seen.add(name));
    }
    return seen;
  }

  largest = (names: readonly string[]) => Math.max(0, ...names.map(this.size));

  list(kind: (name: string) => string): void {
    for (const name of [...this.first, ...this.names.filter((each) => !this.first.has(each))])
      console.log(`${String(this.size(name)).padStart(8)}  ${kind(name).padEnd(5)}  ${name}`);
  }
}

function hold(name: string, size: number, budget: number): void {
  console.log(`${String(size).padStart(8)}  ${name} of ${budget} bytes${size > budget ? '  OVER BUDGET' : ''}`);
  if (size > budget) process.exitCode = 1;
}

function weighSidebar(): void {
  const scripts = new Scripts('assets/index.html', 'assets');
  const rest = scripts.names.filter((name) => !scripts.first.has(name));
  scripts.list((name) => (scripts.first.has(name) ? 'first' : 'lazy'));
  hold('sidebar, first', scripts.sum(scripts.first), SIDEBAR.first);
  const locale = scripts.largest(rest.filter(isLocale));
  hold('sidebar, lazy', scripts.sum(rest.filter((name) => !isLocale(name))) + locale, SIDEBAR.lazy);
}

function weighOverview(): void {
  const scripts = new Scripts('admin/index.html', 'admin/assets');
  const pages = LEAD_PAGES.map((page) => {
    const script = scripts.names.find((name) => name.startsWith(`${page}Page-`));
    if (!script) throw new Error(`${page} has no script of its own`);
    return script;
  });
  // Zendesk's SDK from its package, for where the one of their network cannot be had.
  const sdk = scripts.names.filter((name) => name.startsWith('lib-'));
  const lead = scripts.reached([...scripts.first, ...sdk, ...pages], true);
  const admin = scripts.names.filter((name) => !lead.has(name) && !isLocale(name));
  const words = scripts.largest(scripts.names.filter((name) => isLocale(name) && name.includes('-first')));
  const adminWords = scripts.largest(scripts.names.filter((name) => isLocale(name) && !name.includes('-first')));
  scripts.list((name) => (scripts.first.has(name) ? 'first' : lead.has(name) ? 'lead' : 'admin'));
  const frame = scripts.sum(scripts.first) + words;
  hold('overview, first', frame, OVERVIEW.first);
  hold('overview, all', scripts.sum(lead) + words, OVERVIEW.all);
  const alone = (name: string) => [...scripts.reached([name])].filter((each) => !scripts.first.has(each));
  const open = Math.max(...admin.map((name) => scripts.sum(alone(name))));
  hold('admin, one page open', frame + adminWords + open, ADMIN.open);
  hold('admin, all', scripts.sum(lead) + words + scripts.sum(admin) + adminWords, ADMIN.all);
  for (const name of [...lead].filter((each) => ZOD.test(scripts.text(each)))) {
    console.log(`Zod has no place in what a lead opens, and is in ${name}  OVER BUDGET`);
    process.exitCode = 1;
  }
}

weighSidebar();
weighOverview();
