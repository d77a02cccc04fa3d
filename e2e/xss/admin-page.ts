import type { Frame, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import type { z } from 'zod';
import { adminApi } from '../../backend/contract/admin-api.ts';
import { overviewApi } from '../../backend/contract/overview.ts';
import { payloadsFrom } from '../xss-payloads.ts';
import { type Placed, plant } from './plant.ts';
import { sampleOf } from './sample.ts';
import { remember, type Shown } from './shown.ts';
import { unfold } from './sidebar.ts';
import { inspect, type Watch } from './watch.ts';

const LISTS = [60, 3];
const LOADING = 'Loading';

type Named = { name: string; method: string; path: RegExp; response: z.ZodType };
const NAMED: Named[] = Object.entries({ ...adminApi, ...overviewApi }).map(([name, { method, path, response }]) => ({
  name,
  method: method.toUpperCase(),
  path: new RegExp(`^${path.replace('{id}', '[^/]+')}$`),
  response,
}));

/** Opens the page as an admin does, from the bar. */
export async function openAdminPage(page: Page, url: string): Promise<Frame> {
  await page.goto(`${url}/agent/?as=admin`);
  await page.locator('[data-test="nav-app"]').click();
  const element = await page.locator('iframe[data-test="nav-app-frame"]').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The page has no frame');
  await frame.locator('h1').first().waitFor();
  return frame;
}

/** Where each entry of the menu leads. */
async function readMenu(frame: Frame): Promise<string[]> {
  const entries = frame.locator('a[href^="#/"]');
  await entries.first().waitFor();
  return entries.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** Answers of the backend with a payload in every text; `isProblem`: none but errors. */
function plantAnswers(backendUrl: string) {
  const next = payloadsFrom(0);
  const bases = new Map<string, unknown>();
  const state = { isProblem: false, placed: [] as { under: string; placed: Placed[] }[] };
  const readBase = async (route: Route, { name, response }: Named): Promise<unknown> => {
    const sample = bases.get(name) ?? sampleOf(response);
    // What the contract wants more of than a shape is taken as the backend has it.
    const base = response.safeParse(sample).success ? sample : await (await route.fetch()).json();
    bases.set(name, base);
    return base;
  };
  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const named = NAMED.find(({ method, path }) => method === request.method() && path.test(pathname));
    if (!named) return route.continue();
    if (state.isProblem) {
      const [message = '', requestId = ''] = next(2, 'problem');
      state.placed.push({ under: 'problem', placed: [{ field: '', texts: [message, requestId] }] });
      await route.fulfill({ status: 500, json: { error: { code: 'internal', message, requestId } } });
    } else {
      const from = (count: number, field = '') => next(count, `${named.name}.${field}`);
      const planted = plant(await readBase(route, named), named.response, { next: from, lengths: LISTS });
      state.placed.push({ under: `${named.name}.`, placed: planted.placed });
      await route.fulfill({ json: planted.answer });
    }
  };
  return { pattern: `${backendUrl}/v1/**`, answer, state };
}

/** Visits every page so many times, each time with other payloads in every answer, and once with nothing but errors. */
export async function floodAdminPage(watch: Watch, url: string, backendUrl: string, times: number): Promise<Shown> {
  const page = await watch.context.newPage();
  const shown: Shown = new Map();
  const { pattern, answer, state } = plantAnswers(backendUrl);
  await page.route(pattern, answer);
  for (let time = 0; time <= times; time += 1) {
    state.isProblem = time === times;
    const frame = await openAdminPage(page, url);
    for (const place of await readMenu(frame)) {
      await frame.evaluate((hash) => {
        window.location.hash = hash;
      }, place);
      await settle(frame, place);
      await openMore(frame, place);
      await settle(frame, place);
      const whole = await inspect(watch, frame);
      for (const { under, placed } of state.placed) remember(shown, whole, placed, under);
    }
    state.placed = [];
  }
  await page.close();
  return shown;
}

/** Waits until the page of this entry is there with all that it reads. */
async function settle(frame: Frame, place: string): Promise<void> {
  await frame.locator(`a[href="${place}"][aria-current="page"]`).waitFor();
  await expect.poll(() => frame.getByRole('status').filter({ hasText: LOADING }).count()).toBe(0);
}

/** What a page shows only when it is asked to. */
async function openMore(frame: Frame, place: string): Promise<void> {
  await unfold(frame);
  if (place === '#/decision') {
    await frame.getByRole('textbox').first().fill('x');
    await frame.getByRole('button', { name: 'Look up' }).first().click();
  }
}
