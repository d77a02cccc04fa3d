import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

const STAMP = 'dist/.built-for';
const PAGE = 'dist/admin/index.html';
const SOURCES = [
  'app/**/*',
  'backend/contract/*',
  'translations/*',
  'assets/*',
  'manifest.json',
  'requirements.json',
  'vite.config.ts',
  'vite.overview.config.ts',
  'package.json',
];

const newest = (): number => Math.max(...globSync(SOURCES).map((file) => statSync(file).mtimeMs));

/** Builds the app and the admin's page into dist/ for a backend at `origin` unless what is there is it. Says whether it built. */
export async function buildApp(origin: string, onStart: () => void): Promise<boolean> {
  const current =
    existsSync(STAMP) &&
    existsSync(PAGE) &&
    readFileSync(STAMP, 'utf8') === origin &&
    statSync(STAMP).mtimeMs > newest();
  if (current) return false;
  onStart();
  const { NODE_ENV } = process.env;
  // As it ships, also where tests ask for it: the development build of React is twice as large and as slow.
  Object.assign(process.env, { BACKEND_ORIGIN: origin, VITE_ZAF_CDN: 'off', NODE_ENV: 'production' });
  try {
    await build({ logLevel: 'warn' });
    await build({ configFile: 'vite.overview.config.ts', logLevel: 'warn' });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  writeFileSync(STAMP, origin);
  return true;
}
