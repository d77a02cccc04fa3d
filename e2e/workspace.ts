import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

export type Workspace = {
  page: Page;
  /** The app inside its iframe. */
  app: FrameLocator;
  part: (name: string) => Locator;
  open: (ticketId: number, scheme?: string) => Promise<void>;
  /** What the browser complained about: errors on the page, in the app and in requests. */
  complaints: string[];
};

/** An agent's browser on the sandbox workspace. */
export async function openWorkspace(
  browser: Browser,
  url: string,
  options: { bypassCSP?: boolean } = {},
): Promise<Workspace> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  const part = (name: string) => page.locator(`[data-test="${name}"]`);
  return {
    page,
    app: page.frameLocator('[data-test="app-frame"]'),
    part,
    complaints,
    open: async (ticketId, scheme = 'light') => {
      await page.goto(`${url}/agent/tickets/${ticketId}?scheme=${scheme}`);
      await part('subject').waitFor();
    },
  };
}
