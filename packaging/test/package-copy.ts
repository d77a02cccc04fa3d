import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Outcome, runNode } from './run-node.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const NEEDED = [
  'app',
  'assets',
  'backend/contract',
  'packaging',
  'scripts',
  'translations',
  'manifest.json',
  'package.json',
  'requirements.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** A copy of what the app is built from, so that a test's builds leave the project's own dist/ alone. */
export function copyProject() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'triage-package-')));
  for (const path of NEEDED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    /** Runs `npm run package`'s command there. */
    package: (...args: string[]): Promise<Outcome> =>
      runNode(['scripts/package.ts', ...args], folder, {
        ...process.env,
        NODE_ENV: undefined,
        VITE_ZAF_CDN: undefined,
      }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
