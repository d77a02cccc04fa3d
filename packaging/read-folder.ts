import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Files } from './finding.ts';

/** Every file under a folder by its path from there, with forward slashes. Throws on symlinks and the like: Zendesk refuses them. */
export async function readFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) throw new Error(`${path} is not a plain file; a package cannot hold it`);
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path));
  }
  return files;
}

/** What of a build goes into the package: all but the admin's page, which the backend serves. */
export async function readBuild(folder: string): Promise<Files> {
  const files = await readFolder(folder);
  return new Map([...files].filter(([path]) => !path.startsWith('admin/')));
}
