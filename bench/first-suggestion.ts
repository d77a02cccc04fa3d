import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { prepareStack } from '../e2e/stack.ts';
import { buildApp } from '../sandbox/build-app.ts';
import { pause, quantile, type Row } from './benchmark.ts';

const RUNS = 5;
const THROTTLE = 4;
const TICKET = {
  subject: 'Charged twice',
  text: 'I was charged twice for my subscription this month. Please refund the second charge.',
};
const WAIT_MS = 60_000;
const APPLY = /^Apply \d+ change/;

type Place = { url: string; appUrl: string; ticketId: number };

/** Runs in every frame: notes when the button that applies the suggestion has been painted, from the frame's navigation on. */
function watchPaint(): void {
  const apply = /^Apply \d+ change/;
  const look = () => {
    const shown = [...document.querySelectorAll('button')].some((button) => apply.test(button.textContent ?? ''));
    if (!shown) return requestAnimationFrame(look);
    return requestAnimationFrame(() => performance.mark('suggestion'));
  };
  if (window !== window.top) requestAnimationFrame(look);
}

async function openTicket(context: BrowserContext, { url, ticketId }: Place): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.goto(`${url}/agent/tickets/${ticketId}`);
  return page;
}

const appFrame = async (page: Page) => {
  const iframe = await page.waitForSelector('[data-test="app-frame"]', { timeout: WAIT_MS, state: 'attached' });
  const frame = await iframe.contentFrame();
  if (!frame) throw new Error('The workspace shows no app frame');
  return frame;
};

async function timeSuggestion(context: BrowserContext, place: Place): Promise<number> {
  const page = await openTicket(context, place);
  const frame = await appFrame(page);
  await frame.getByRole('button', { name: APPLY }).waitFor({ timeout: WAIT_MS });
  const mark = await frame.waitForFunction(() => performance.getEntriesByName('suggestion')[0]?.startTime);
  const time = await mark.jsonValue();
  await page.close();
  return time ?? Number.NaN;
}

/** The same iframe with its scripts held back: what the browser takes for the bare page. */
async function timeBlank(browser: Browser, place: Place): Promise<number> {
  const context = await browser.newContext();
  await context.route(`${place.appUrl}/**/*.js`, (route) => route.abort());
  const page = await openTicket(context, place);
  const frame = await appFrame(page);
  const loaded = await frame.waitForFunction(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation && navigation.loadEventEnd > 0 ? navigation.loadEventEnd : null;
  });
  const time = await loaded.jsonValue();
  await context.close();
  return time ?? Number.NaN;
}

async function collect(times: number, run: () => Promise<number>): Promise<number> {
  const seen: number[] = [];
  for (let index = 0; index < times; index += 1) seen.push(await run());
  return quantile(seen, 0.5);
}

/** From the iframe's navigation to the painted suggestion of a ticket whose triage is stored. */
export async function measureFirstSuggestion(): Promise<Row[]> {
  await buildApp('http://localhost:8787', () => {});
  const stack = await prepareStack({ connect: false });
  const backend = await stack.startBackend();
  await backend.importKnowledge(() => {});
  const { url, appUrl } = stack.zendesk;
  const place = { url, appUrl, ticketId: stack.zendesk.createTicket(TICKET).id };
  const browser = await launchBrowser();
  const openContext = async () => {
    const context = await browser.newContext();
    await context.addInitScript(watchPaint);
    return context;
  };
  try {
    const warm = await openContext();
    await timeSuggestion(warm, place);
    await pause(1_000);
    const blank = await collect(RUNS, () => timeBlank(browser, place));
    const cold = await collect(RUNS, async () => {
      const context = await openContext();
      const time = await timeSuggestion(context, place);
      await context.close();
      return time;
    });
    const again = await collect(RUNS, () => timeSuggestion(warm, place));
    const row = (what: string, time: number): Row => [
      what,
      `${Math.round(time)} ms`,
      `${(time / blank).toFixed(1)} × the same iframe without its scripts (${Math.round(blank)} ms); median of ${RUNS}, CPU slowed ${THROTTLE} ×`,
    ];
    return [row('first suggestion, empty cache', cold), row('first suggestion, again', again)];
  } finally {
    await browser.close();
    await stack.close();
  }
}
