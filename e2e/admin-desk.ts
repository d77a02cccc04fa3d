import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';

export type AdminDesk = {
  page: Page;
  /** Our page inside its iframe in the navigation bar. */
  admin: FrameLocator;
  /** The app beside a ticket. */
  sidebar: FrameLocator;
  part(name: string): Locator;
  click(target: Locator): Promise<void>;
  /** Of this desk, windows that it opened included. */
  clicks(): number;
  /** Clicks what opens a window, and gives that back once it shows something. */
  clickToOpen(target: Locator): Promise<Page>;
  closeWindow(page: Page): Promise<void>;
  /** What the browser complained about in any window: errors, refused by a policy, failed requests. */
  complaints: string[];
  /** Requests that went to somewhere else than this machine. */
  outside: string[];
  close(): Promise<void>;
};

function listen(context: BrowserContext) {
  const complaints: string[] = [];
  const outside: string[] = [];
  context.on('weberror', (fault) => complaints.push(`page: ${fault.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') outside.push(request.url());
  });
  return { complaints, outside };
}

/** The browser of somebody who is signed in to the account, in a profile of its own. */
export async function openAdminDesk(browser: Browser, options: BrowserContextOptions = {}): Promise<AdminDesk> {
  const context = await browser.newContext({ ...options, viewport: { width: 1280, height: 900 } });
  const heard = listen(context);
  const page = await context.newPage();
  let clicks = 0;
  const click = async (target: Locator) => {
    clicks += 1;
    await target.click();
  };
  return {
    page,
    ...heard,
    admin: page.frameLocator('[data-test="nav-app-frame"]'),
    sidebar: page.frameLocator('[data-test="app-frame"]'),
    part: (name) => page.locator(`[data-test="${name}"]`),
    click,
    clicks: () => clicks,
    async clickToOpen(target) {
      const popup = page.waitForEvent('popup');
      await click(target);
      return popup;
    },
    async closeWindow(popup) {
      clicks += 1;
      await popup.close();
    },
    close: () => context.close(),
  };
}

/** The built package in a folder of its own, which can be stamped for the backend whose address a test learns late. */
export function copyPackage(): { folder: string; stampFor(backendUrl: string): void; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'triage-package-'));
  cpSync('dist', folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  return {
    folder,
    stampFor(backendUrl) {
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replaceAll('http://localhost:8787', backendUrl));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** On our page with a Connect button: clicks it, allows what Zendesk asks in its window, and closes that. */
export async function allowAccess(desk: AdminDesk): Promise<void> {
  const popup = await desk.clickToOpen(desk.admin.getByRole('button', { name: 'Connect', exact: true }));
  await desk.click(popup.locator('[data-test="oauth-allow"]'));
  await popup.getByText('Ticket Triage is connected').waitFor();
  await desk.closeWindow(popup);
}
