import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export type StaticFile = { content: Uint8Array<ArrayBuffer> | string; type: string };

/** A file under a folder by its URL path, TypeScript as JavaScript; null for what is not there or lies outside. */
export async function readStatic(folder: string, urlPath: string): Promise<StaticFile | null> {
  const file = normalize(join(folder, decodePath(urlPath)));
  if (!file.startsWith(folder + sep) || file.includes('\0')) return null;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  try {
    const content = new Uint8Array(await readFile(file));
    return {
      content: extname(file) === '.ts' ? stripTypeScriptTypes(Buffer.from(content).toString('utf8')) : content,
      type,
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null;
    throw error;
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '\0';
  }
}
