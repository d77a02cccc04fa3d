import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { prepareStack } from '../e2e/stack.ts';
import { buildApp } from '../sandbox/build-app.ts';
import { pause, quantile, type Row } from './benchmark.ts';
import { startHelloAccount } from './first-suggestion/hello-account.ts';
import { openContext, type Place, THROTTLE, takeCpu, timePaint } from './first-suggestion/loads.ts';

const RUNS = 7;
const TICKET = {
  subject: 'Charged twice',
  text: 'I was charged twice for my subscription this month. Please refund the second charge.',
};

type Measure = (context: BrowserContext, place: Place) => Promise<number>;
type Pair = { ours: number[]; hello: number[] };

/** Each in turn, so that whatever else the machine does falls on both. */
async function interleave(ours: () => Promise<number>, hello: () => Promise<number>): Promise<Pair> {
  const pair: Pair = { ours: [], hello: [] };
  for (let run = 0; run < RUNS; run += 1) {
    pair.ours.push(await ours());
    pair.hello.push(await hello());
  }
  return pair;
}

async function cold(browser: Browser, place: Place, measure: Measure): Promise<number> {
  const context = await openContext(browser);
  const figure = await measure(context, place);
  await context.close();
  return figure;
}

/** A context in which the page has been loaded twice: what is measured is the third load or a later one. */
async function warmUp(browser: Browser, place: Place): Promise<BrowserContext> {
  const context = await openContext(browser);
  await timePaint(context, place);
  await timePaint(context, place);
  return context;
}

function row(what: string, { ours, hello }: Pair): Row {
  const [mine, plain] = [quantile(ours, 0.5), quantile(hello, 0.5)];
  const ratios = ours.map((value, run) => value / (hello[run] ?? Number.NaN));
  const pairs = `pairs ${quantile(ratios, 0).toFixed(2)} to ${quantile(ratios, 1).toFixed(2)}`;
  return [
    what,
    `${(mine / plain).toFixed(2)} × hello world`,
    `${Math.round(mine)} ms to ${Math.round(plain)} ms; medians of ${RUNS} in turn, ${pairs}`,
  ];
}

async function measureBoth(browser: Browser, ours: Place, hello: Place): Promise<Row[]> {
  const rows: Row[] = [];
  const warm = { ours: await warmUp(browser, ours), hello: await warmUp(browser, hello) };
  await pause(1_000);
  const kinds: [string, Measure][] = [
    [`painted, CPU slowed ${THROTTLE} ×`, timePaint],
    ['main-thread CPU until then', takeCpu],
  ];
  for (const [what, measure] of kinds) {
    const first = () =>
      interleave(
        () => cold(browser, ours, measure),
        () => cold(browser, hello, measure),
      );
    const again = () =>
      interleave(
        () => measure(warm.ours, ours),
        () => measure(warm.hello, hello),
      );
    rows.push(row(`${what}, empty cache`, await first()), row(`${what}, again`, await again()));
  }
  return rows;
}

/** From the iframe's navigation to the painted suggestion of a ticket whose triage is stored, beside a plain React and Garden page in the same frame. */
export async function measureFirstSuggestion(): Promise<Row[]> {
  await buildApp('http://localhost:8787', () => {});
  const hello = await startHelloAccount();
  const stack = await prepareStack({ connect: false });
  const browser = await launchBrowser();
  const placeIn = ({ url, appUrl, createTicket }: typeof hello): Place => ({
    url,
    appUrl,
    ticketId: createTicket(TICKET).id,
  });
  try {
    const backend = await stack.startBackend();
    await backend.importKnowledge(() => {});
    return await measureBoth(browser, placeIn(stack.zendesk), placeIn(hello));
  } finally {
    await browser.close();
    await stack.close();
    await hello.close();
  }
}
