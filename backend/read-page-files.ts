import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageFiles } from './http/page.ts';

/** Where `npm run build` puts the nav-bar page. */
export const PAGE_FOLDER = fileURLToPath(new URL('../dist/admin', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The built page, read once so that no request names a path of this machine; null where it was never built. */
export function readPageFiles(folder: string): PageFiles | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.flatMap((path) => {
    const type = TYPES[extname(path)];
    return type ? [[path, { bytes: new Uint8Array(readFileSync(join(folder, path))), type }] as const] : [];
  });
  return new Map(files);
}
