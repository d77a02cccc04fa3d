import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { CATEGORIES, cpuUntilMark } from './trace.ts';
import { MARK, watchPaint } from './watch-paint.ts';

/** A ticket's page of one account, and where the app comes from that it frames. */
export type Place = { url: string; appUrl: string; ticketId: number };

const WAIT_MS = 60_000;
export const THROTTLE = 4;

export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addInitScript(watchPaint);
  return context;
}

/** Opens the ticket from the list of a workspace that has come to rest, so that its own start is not counted. */
async function framedApp(page: Page, { url, ticketId }: Place): Promise<Frame> {
  await page.goto(`${url}/agent`);
  const entry = await page.waitForSelector(`[data-test="ticket-row-${ticketId}"]`, { timeout: WAIT_MS });
  await page.waitForLoadState('networkidle');
  await entry.evaluate((link) => (link as HTMLElement).click());
  const iframe = await page.waitForSelector('[data-test="app-frame"]', { timeout: WAIT_MS, state: 'attached' });
  const frame = await iframe.contentFrame();
  if (!frame) throw new Error('The workspace shows no app frame');
  return frame;
}

const marked = async (frame: Frame): Promise<number> => {
  const found = await frame.waitForFunction((mark) => performance.getEntriesByName(mark)[0]?.startTime, MARK, {
    timeout: WAIT_MS,
    polling: 200,
  });
  return (await found.jsonValue()) ?? Number.NaN;
};

/** Milliseconds from the iframe's navigation to the paint, on a slowed CPU. */
export async function timePaint(context: BrowserContext, place: Place): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const time = await marked(await framedApp(page, place));
  await page.close();
  return time;
}

/** Milliseconds of main-thread CPU over the same stretch, the CPU not slowed. */
export async function takeCpu(context: BrowserContext, place: Place): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error('The context has no browser');
  const page = await context.newPage();
  await browser.startTracing(page, { categories: CATEGORIES });
  await marked(await framedApp(page, place));
  const trace = await browser.stopTracing();
  await page.close();
  return cpuUntilMark(trace, place.appUrl);
}
