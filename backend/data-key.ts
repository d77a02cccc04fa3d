import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key that seals personal data at rest: the configured one, or one made at the first start and kept beside the embedded data. */
export function readDataKey(configured: string | undefined, folder: string): Uint8Array {
  if (configured) return Buffer.from(configured, 'base64');
  const file = join(folder, 'key');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}
