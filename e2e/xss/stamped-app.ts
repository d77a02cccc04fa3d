import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the packaged app whose page in the bar is served by whatever backend it is stamped for. */
export function copyApp() {
  const folder = mkdtempSync(join(tmpdir(), 'triage-app-'));
  cpSync('dist', folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  return {
    folder,
    stampFor(backendUrl: string): void {
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      manifest.location.support.nav_bar.url = `${backendUrl}/admin`;
      writeFileSync(path, JSON.stringify(manifest));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
