import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium from CHROMIUM_PATH, from the system, or the one that ships inside its npm package: no download. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path));
  const quiet = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({
    executablePath: own ?? (await packaged.executablePath()),
    // In one process the end of one context would end the browser.
    args: own ? quiet : [...packaged.args.filter((arg) => arg !== '--single-process'), ...quiet],
    headless: true,
  });
}
