import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { mirror, openState } from './open-state.ts';
import { faultsIn, filledButtons, focused, frameOf, unfold } from './sidebar-audit.ts';
import { PROMISED, SIDEBAR_STATES, type SidebarState } from './sidebar-states.ts';
import { prepareStack, type Stack } from './stack.ts';
import { tellApp } from './tell-app.ts';
import { openWorkspace } from './workspace.ts';
import { serveZafFromCdn } from './zaf-from-cdn.ts';

/** Rules that another colour scheme or direction may break. */
const LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable'];
const APPLY = /^Apply \d+ change/;
const SUGGESTION = SIDEBAR_STATES.find(({ name }) => name === 'suggestion') as SidebarState;

describe('the sidebar for everybody', () => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await prepareStack({ connect: false });
    const backend = await stack.startBackend();
    await backend.importKnowledge(() => {});
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  it('has no axe violation and fits 320 px in any state, light, dark and mirrored', async () => {
    const desk = await openWorkspace(browser, stack.zendesk.url, { bypassCSP: true });
    // Axe would see a change of colours halfway.
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    const note = (state: string, found: string[]) => faults.push(...found.map((fault) => `${state}: ${fault}`));
    // What the account promises is no state of its own to axe; the routing that ships has none.
    for (const state of SIDEBAR_STATES.filter(({ ticket }) => !ticket?.tags?.includes(PROMISED))) {
      await openState(desk, stack.zendesk, state);
      if (!state.act)
        note(
          `${state.name}, at first`,
          (await filledButtons(desk)).map((name) => `${name} is filled`),
        );
      if (state.draft) await unfold(desk);
      note(state.name, await faultsIn(desk));
      await tellApp(desk, 'colorScheme.changed', 'dark');
      await mirror(desk);
      note(`${state.name}, dark, right to left`, await faultsIn(desk, LOOKS));
    }
    expect(faults).toEqual([]);
    await desk.page.close();
  });

  it('moves nothing while the draft arrives', async () => {
    const desk = await openWorkspace(browser, stack.zendesk.url);
    let held = true;
    const partial = SIDEBAR_STATES.find(({ name }) => name === 'partial') as SidebarState;
    await openState(desk, stack.zendesk, {
      ...partial,
      answer: (triage) => (held ? (partial.answer?.(triage) ?? triage) : triage),
    });
    await desk.app.getByText(/^First reply due/).waitFor();
    const frame = await frameOf(desk);
    const places = () =>
      frame.evaluate(() =>
        [...document.querySelectorAll('section p, dl, section button[aria-keyshortcuts], summary')]
          .filter((element) => !element.closest('details > div'))
          .map((element) => `${element.textContent} ${element.getBoundingClientRect().top}`),
      );
    await frame.evaluate(() => {
      const seen = window as unknown as { shifts: string[] };
      seen.shifts = [];
      const keep = (list: PerformanceObserverEntryList) =>
        seen.shifts.push(...list.getEntries().map((entry) => JSON.stringify(entry)));
      new PerformanceObserver(keep).observe({ type: 'layout-shift', buffered: true });
    });
    const before = await places();
    held = false;
    await desk.app.getByRole('button', { name: 'Insert into reply' }).waitFor();
    const after = await places();
    expect(before.length).toBeGreaterThan(10);
    expect(after.slice(0, before.length)).toEqual(before);
    await frame.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    expect(await frame.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
    await desk.page.close();
  });

  it('is reached and worked by keyboard alone, and the focus is never lost', async () => {
    const desk = await openWorkspace(browser, stack.zendesk.url);
    await openState(desk, stack.zendesk, SUGGESTION);
    expect(await (await frameOf(desk)).evaluate(() => 'fromCdn' in window)).toBe(false);
    const { keyboard } = desk.page;
    await desk.part('app-toggle').focus();
    const path: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await keyboard.press('Tab');
      const here = await focused(desk);
      if (!here || path.includes(`${here.name}!`)) break;
      expect(here.seen, here.name).toBe(true);
      path.push(here.name);
      if (here.name === 'No') break;
    }
    const order = [
      'Apply 5 changes',
      'Not now',
      'Set Category to Billing',
      'Change Category',
      'Set Tags to ait_triaged',
    ];
    const later = ['Triage again', 'Insert into reply', 'Edit', 'Copy', 'Yes', 'No'];
    expect(path.slice(0, 4)).toEqual(order.slice(0, 4));
    expect(path.filter((name) => [...order, ...later].includes(name))).toEqual([...order, ...later]);

    const press = async (name: string | RegExp, key: string, next: string | RegExp) => {
      await desk.app.getByRole('button', { name, exact: true }).first().focus();
      await keyboard.press(key);
      await expect.poll(async () => (await focused(desk))?.name).toMatch(next);
    };
    const told = (text: string | RegExp) =>
      expect(desk.app.locator('[role="status"]').filter({ hasText: text }).first().waitFor()).resolves.toBeUndefined();
    await press(APPLY, 'Enter', 'Undo');
    await told('5 fields set');
    await press('Undo', 'Enter', APPLY);
    await told(/fields restored/);
    await press('Set Category to Billing', ' ', 'Change Category');
    await press('Undo', 'u', APPLY);
    await press('Not now', 'Enter', 'Show it again');
    await told('Suggestion set aside');
    await press('Show it again', 'n', APPLY);
    await press('Insert into reply', 'i', 'Insert into reply');
    await told(/^Inserted/);
    await press('No', 'Enter', 'Category');
    await press('Category', 'Enter', /Thank you/);
    await desk.page.close();
  });

  it('keeps still for those who asked for less motion', async () => {
    const desk = await openWorkspace(browser, stack.zendesk.url);
    const loading = SIDEBAR_STATES.find(({ name }) => name === 'loading') as SidebarState;
    await openState(desk, stack.zendesk, loading);
    const moving = async () => (await frameOf(desk)).evaluate(() => document.getAnimations().length);
    expect(await moving()).toBeGreaterThan(0);
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(moving).toBe(0);
    await desk.page.close();
  });

  it('says so when what draws it cannot be loaded', async () => {
    const desk = await openWorkspace(browser, stack.zendesk.url);
    await desk.page.route('**/mount-*.js', (route) => route.abort());
    const { id } = stack.zendesk.createTicket({ subject: 'Charged', text: 'I was charged twice.' });
    await desk.open(id);
    await desk.app.getByText('could not be loaded').waitFor();
    await desk.page.close();
  });

  it("works with the SDK of Zendesk's CDN as with the bundled one", async () => {
    const desk = await openWorkspace(browser, stack.zendesk.url);
    const { zendesk } = stack;
    await serveZafFromCdn(desk.page);
    const { id } = zendesk.createTicket({ subject: 'Charged', text: 'I was charged twice, please refund one.' });
    await desk.open(id);
    await desk.app.getByRole('button', { name: APPLY }).click();
    await desk.app.getByRole('button', { name: 'Undo' }).click();
    await desk.app.getByText(/fields restored/).waitFor();
    expect(await (await frameOf(desk)).evaluate(() => 'fromCdn' in window)).toBe(true);
    expect(desk.complaints).toEqual([]);
    await desk.page.close();
  });
});
