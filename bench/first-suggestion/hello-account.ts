import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { startZendesk, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';

const MANIFEST = {
  name: 'Hello world',
  version: '1.0.0',
  defaultLocale: 'en',
  location: { support: { ticket_sidebar: 'assets/index.html' } },
};

/** A sandbox account like the product's own, but what it frames is the plain React and Garden page of bench/hello-world. */
export async function startHelloAccount(): Promise<ZendeskSandbox> {
  const appDir = await mkdtemp(join(tmpdir(), 'hello-world-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    root: join(import.meta.dirname, '../hello-world'),
    base: './',
    plugins: [react()],
    build: { outDir: join(appDir, 'assets'), assetsDir: '', target: 'es2022', emptyOutDir: true },
  });
  await writeFile(join(appDir, 'manifest.json'), JSON.stringify(MANIFEST));
  const zendesk = await startZendesk({ appDir, seed: 'sample' });
  return {
    ...zendesk,
    close: async () => {
      await zendesk.close();
      await rm(appDir, { recursive: true, force: true });
    },
  };
}
