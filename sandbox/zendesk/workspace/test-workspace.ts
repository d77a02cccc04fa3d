import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type Frame, type Page, chromium as playwright } from 'playwright-core';
import { build } from 'vite';
import { openZendesk } from '../test-client.ts';

const MANIFEST = { name: 'Test app', version: '1.2.3', location: { support: { ticket_sidebar: 'assets/index.html' } } };
const WORDS = { app: { name: 'Test app', short_description: 'Looks what the host says' } };
/** Keeps what the host says, and calls before it is registered when asked to. */
const PAGE = `<!doctype html><html lang="en"><title>Test app</title><body>
<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(JSON.parse(data)));</script>
<script src="sdk.js"></script>
<script>
  window.client = ZAFClient.init();
  if (sessionStorage.early) client.invoke('ticket.comment.appendText', sessionStorage.early);
</script></body></html>`;

/** The packaged app's folder; its page has the SDK's `client` and everything `heard` from the host. */
export async function makeApp(change: object = {}): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'test-app-'));
  const assets = join(folder, 'assets');
  await mkdir(assets);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...MANIFEST, ...change }));
  await writeFile(join(assets, 'index.html'), PAGE);
  await mkdir(join(folder, 'translations'));
  await writeFile(join(folder, 'translations/en.json'), JSON.stringify(WORDS));
  await writeFile(join(assets, 'hello.json'), '{"hello":"there"}');
  await writeFile(join(assets, 'logo-small.png'), '');
  await build({
    logLevel: 'error',
    configFile: false,
    build: {
      outDir: assets,
      emptyOutDir: false,
      lib: {
        entry: createRequire(import.meta.url).resolve('zendesk_app_framework_sdk'),
        name: 'ZAFClient',
        formats: ['iife'],
        fileName: () => 'sdk.js',
      },
    },
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await chromium.executablePath());
  // A browser of a single process ends with the first context that is closed.
  const args = chromium.args.filter((arg) => arg !== '--single-process');
  return playwright.launch({ executablePath, args: [...args, '--no-sandbox'] });
}

/** A sandbox of its own with the workspace open on its ticket 1001; `await using` closes it. */
export async function openWorkspace(browser: Browser, appDir: string) {
  const sandbox = await openZendesk({ appDir });
  const { zendesk } = sandbox;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(`${zendesk.url}/agent/tickets/1001`);
  const app = await findApp(page);
  return {
    ...sandbox,
    page,
    app,
    errors,
    test: (name: string) => page.locator(`[data-test="${name}"]`),
    async [Symbol.asyncDispose]() {
      await context.close();
      await zendesk.close();
    },
  };
}

/** The app's frame as soon as it is registered. */
export async function findApp(page: Page, test = 'app-frame'): Promise<Frame> {
  const element = await page.locator(`iframe[data-test="${test}"]`).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The app has no frame');
  await frame.waitForFunction(() => (globalThis as { client?: Client }).client?.ready);
  return frame;
}

type Heard = { key?: string; id?: number; message?: unknown; error?: { name: string; message: string } };
type Answer = Record<string, unknown> & { errors: Record<string, { name: string; message: string }> };
type Client = {
  ready: boolean;
  get(path: string | string[]): Promise<Answer>;
  set(path: string | Record<string, unknown>, value?: unknown): Promise<Answer>;
  invoke(path: string, ...args: unknown[]): Promise<Answer>;
  request(options: string | Record<string, unknown>): Promise<unknown>;
  on(event: string, run: (message?: unknown) => unknown): void;
  trigger(event: string, message?: unknown): void;
  instance(guid: string): Client;
  context(): Promise<{ instanceGuid: string; location: string; ticketId?: number }>;
  metadata(): Promise<unknown>;
};

declare global {
  /** Inside the test app's page. */
  const client: Client;
  const heard: Heard[];
  const ZAFClient: { init(): Client };
}
