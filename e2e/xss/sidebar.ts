import { randomUUID } from 'node:crypto';
import type { Frame, Page, Route } from 'playwright-core';
import { type Triage, triageSchema } from '../../backend/contract/triage.ts';
import { payloadsFrom } from '../xss-payloads.ts';
import { type Placed, plant } from './plant.ts';
import { sampleOf } from './sample.ts';
import { remember, type Shown } from './shown.ts';
import { inspect, type Watch } from './watch.ts';

const LISTS = [10, 3];

export async function openSidebar(page: Page, url: string, ticketId: number): Promise<Frame> {
  await page.goto(`${url}/agent/tickets/${ticketId}`);
  const element = await page.locator('iframe[data-test="app-frame"]').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The sidebar has no frame');
  return frame;
}

/** Unfolds what is folded. */
export async function unfold(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}

/** A triage with something in every field; its category is one that the account has. */
function anyTriage(): Triage {
  const triage = triageSchema.parse(sampleOf(triageSchema));
  if (!triage.classification || !triage.draft) throw new Error('The sample holds less than all');
  const [first] = triage.sources ?? [];
  return {
    ...triage,
    status: 'drafting',
    skipReason: null,
    failure: null,
    classification: { ...triage.classification, category: 'billing', secondary: null, needsReview: false },
    draft: { ...triage.draft, sourceIds: first ? [first.id] : [] },
  };
}

type Proxied = { url: string; type?: string };
const answered = (json: unknown) => ({
  json: { status: 200, statusText: 'OK', responseText: JSON.stringify(json), responseJSON: json, responseHeaders: {} },
});

/** Shows the sidebar so many triages one after another, each hostile in every field. */
export async function floodSidebar(watch: Watch, url: string, ticketId: number, times: number): Promise<Shown> {
  const page = await watch.context.newPage();
  const shown: Shown = new Map();
  const next = payloadsFrom(0);
  const base = anyTriage();
  let unfolded = Promise.withResolvers<Frame>();
  let last: Placed[] = [];
  let told = 0;
  const answer = async (route: Route): Promise<void> => {
    const { url: asked, type } = route.request().postDataJSON() as Proxied;
    if (!/\/v1\/triages(\/[\w-]+)?$/.test(asked)) return route.continue();
    // What the last one looks like is seen when the page asks for the next.
    if (type === 'GET') remember(shown, await inspect(watch, await unfolded.promise), last);
    // A draft stays what it was for as long as its triage does.
    const planted = plant({ ...base, id: randomUUID() }, triageSchema, { next, lengths: LISTS });
    told += 1;
    last = planted.placed;
    return route.fulfill(answered(planted.answer));
  };
  await page.route('**/sandbox/proxy', answer);
  while (told < times) {
    unfolded = Promise.withResolvers<Frame>();
    const frame = await openSidebar(page, url, ticketId);
    await frame.locator('details').first().waitFor();
    await unfold(frame);
    unfolded.resolve(frame);
    await frame.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 60_000 });
  }
  await page.close();
  return shown;
}
