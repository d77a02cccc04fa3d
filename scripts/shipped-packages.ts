import { existsSync, readFileSync } from 'node:fs';
import { listSources, readImports } from '../test/read-imports.ts';

export type LockEntry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};
export type Lock = { lockfileVersion: number; packages: Record<string, LockEntry> };
export type Shipped = { path: string; licence: string | null };

const FOLDER = 'node_modules/';

export const readLock = (): Lock => JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** What runs in production: the backend's packages, and those that the app's bundle is made of, with the licence each declares. */
export function listShipped(lock: Lock): Shipped[] {
  const paths = new Set(Object.keys(lock.packages).filter((path) => path !== '' && !lock.packages[path]?.dev));
  for (const name of importsUnder('app/')) addTree(lock, `${FOLDER}${name}`, paths);
  return [...paths].toSorted().map((path) => ({ path, licence: readLicence(path, lock.packages[path]) }));
}

/** The packages that the files of a room import, tests aside. */
export function importsUnder(room: string): string[] {
  const files = listSources().filter((file) => file.startsWith(room) && !/\.test\.tsx?$|\/test\//.test(file));
  const named = files.flatMap(readImports).filter(({ to }) => !to.startsWith('node:'));
  const names = named.map(({ to }) => /^(?:@[\w.-]+\/)?[\w.-]+/.exec(to)?.[0] ?? '');
  return [...new Set(names)].filter((name) => existsSync(`${FOLDER}${name}`));
}

function addTree(lock: Lock, path: string, paths: Set<string>): void {
  const entry = lock.packages[path];
  if (entry === undefined || paths.has(path)) return;
  paths.add(path);
  for (const name of Object.keys({ ...entry.dependencies, ...entry.peerDependencies }))
    addTree(lock, findInstalled(lock, path, name), paths);
}

/** Where a package finds another: in its own node_modules or in those of the folders above. */
function findInstalled(lock: Lock, from: string, name: string): string {
  const steps = from.split(`/${FOLDER}`);
  for (let depth = steps.length; depth > 0; depth--) {
    const path = `${steps.slice(0, depth).join(`/${FOLDER}`)}/${FOLDER}${name}`;
    if (path in lock.packages) return path;
  }
  return `${FOLDER}${name}`;
}

/** Packages for other machines are not installed here: the lockfile says what they declare. */
function readLicence(path: string, entry: LockEntry | undefined): string | null {
  if (!existsSync(`${path}/package.json`)) return entry?.optional ? (entry.license ?? null) : null;
  return toExpression(JSON.parse(readFileSync(`${path}/package.json`, 'utf8')));
}

type Declared = { license?: string | { type?: string }; licenses?: { type?: string }[] };

/** Old packages declare objects. Several count as all at once, the harder reading. */
function toExpression({ license, licenses }: Declared): string | null {
  if (typeof license === 'string') return license;
  const types = [...(license ? [license] : []), ...(licenses ?? [])].map(({ type }) => type ?? '');
  return types.length > 0 ? types.join(' AND ') : null;
}
