import { randomUUID } from 'node:crypto';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Triage } from '../backend/contract/triage.ts';
import { type AdminDesk, copyPackage, openAdminDesk } from './admin-desk.ts';
import { axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { focusIn } from './focus-in.ts';
import { type Hosted, type HostedAccount, prepareHosted } from './hosted-stack.ts';
import { readSnapshot } from './installation.ts';

const LEAD_PAGES = ['queue', 'volume', 'agreement', 'confidence', 'drift', 'effort', 'spend', 'escalations'];
const TEXTS = [
  'I was charged twice for my subscription this month. Please refund the second charge.',
  'The booking page shows error 503 for all our customers since 7:40. My lawyer will write to you.',
  'Wo finde ich die Rechnung vom Oktober als PDF? Unsere Buchhaltung braucht sie.',
];

async function frameOf(desk: AdminDesk): Promise<Frame> {
  const handle = await desk.part('nav-app-frame').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The page is not there');
  return frame;
}

const idsOf = (frame: Frame): Promise<string[]> =>
  frame
    .locator('nav a[href^="#/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.replace(/^#\/|\?.*$/g, '') ?? ''));

describe('the page in the navigation bar, for everybody', () => {
  const pack = copyPackage();
  let hosted: Hosted;
  let account: HostedAccount;
  let browser: Browser;
  beforeAll(async () => {
    hosted = await prepareHosted({ accounts: 1, zendesk: { appDir: pack.folder } });
    pack.stampFor(hosted.backendUrl);
    const [only] = hosted.accounts.values();
    if (!only) throw new Error('There is no account');
    account = only;
    [browser] = await Promise.all([launchBrowser(), hosted.startBackend()]);
    await account.connect();
    for (const text of TEXTS) await triage(text);
  });
  afterAll(async () => {
    await browser?.close();
    await hosted?.close();
    pack.remove();
  });

  /** A ticket that an agent opened and submitted with another category. */
  async function triage(text: string): Promise<void> {
    const { zendesk } = account;
    const { id } = zendesk.createTicket({ subject: 'Question', text, requester: { name: 'A', email: 'a@b.example' } });
    const ticket = await readSnapshot(account, id);
    const asked = { ticketId: String(id), path: '/v1/triages', body: { ticket } };
    const { json } = await account.sidebarCall(asked);
    const { id: triageId } = json as Triage;
    const isDone = async () =>
      (
        (await account.sidebarCall({ ...asked, method: 'GET', path: `/v1/triages/${triageId}`, body: undefined }))
          .json as Triage
      ).status === 'done';
    await vi.waitUntil(isDone, { timeout: 20_000 });
    const said = { id: randomUUID(), at: new Date().toISOString(), agentId: '9', type: 'submitted', reply: null };
    const path = `/v1/triages/${triageId}/feedback`;
    const { json: stored } = await account.sidebarCall({
      ...asked,
      path,
      body: { ...said, final: { category: 'general' } },
    });
    expect(stored).toEqual({ stored: true });
  }

  async function openPage(as: 'admin' | 'agent', scheme: string): Promise<{ desk: AdminDesk; frame: Frame }> {
    const desk = await openAdminDesk(browser, { bypassCSP: true });
    await desk.page.goto(`${account.zendesk.url}/agent/?scheme=${scheme}${as === 'admin' ? '&as=admin' : ''}`);
    await desk.click(desk.part('nav-app'));
    await desk.admin.locator('nav a[href^="#/"]').first().waitFor();
    return { desk, frame: await frameOf(desk) };
  }

  async function visit(frame: Frame, id: string): Promise<void> {
    await frame.locator(`nav a[href^="#/${id}"]`).first().click();
    await frame.locator(`nav a[href^="#/${id}"][aria-current="page"]`).waitFor();
    await frame.locator('#content').getByText('Loading').first().waitFor({ state: 'detached' });
  }

  // What depends on the colours is looked at in both.
  it.each<[string, Parameters<typeof axeFaults>[1]]>([
    ['light', { off: [] }],
    ['dark', { only: ['color-contrast'] }],
  ])('has no axe violation on any of its pages, colours %s', async (scheme, rules) => {
    const { desk, frame } = await openPage('admin', scheme);
    const ids = await idsOf(frame);
    expect(ids).toEqual(expect.arrayContaining([...LEAD_PAGES, 'connection', 'audit']));
    const faults: string[] = [];
    for (const id of ids) {
      await visit(frame, id);
      faults.push(...(await axeFaults(frame, rules)).map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  it('shows an agent the overview and nothing to set up, from what was really counted', async () => {
    const { desk, frame } = await openPage('agent', 'light');
    expect(await idsOf(frame)).toEqual(LEAD_PAGES);
    await visit(frame, 'agreement');
    await frame.getByRole('table').first().waitFor();
    expect(await frame.locator('#content').innerText()).toMatch(/general/i);
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  it('is worked by keyboard alone: from the menu to the tickets behind a cell, and on to Zendesk', async () => {
    const { desk, frame } = await openPage('agent', 'light');
    const { keyboard } = desk.page;
    await frame.locator('a[href="#content"]').focus();
    const unseen: string[] = [];
    const tabTo = async (wanted: RegExp) => {
      for (let steps = 0; steps < 60; steps += 1) {
        await keyboard.press('Tab');
        const here = await focusIn(frame);
        if (here && !here.seen) unseen.push(here.html);
        if (here && wanted.test(here.name)) return;
      }
      throw new Error(`No way to ${wanted}`);
    };
    await tabTo(/^Agreement/);
    await keyboard.press('Enter');
    await frame.getByRole('table').first().waitFor();
    await tabTo(/billing.*general/i);
    await keyboard.press('Enter');
    await frame.getByRole('link', { name: /^#/ }).first().waitFor();
    await tabTo(/^#?1\d{3}/);
    await keyboard.press('Enter');
    await desk.sidebar.getByRole('button', { name: /^Apply \d+ change/ }).waitFor();
    expect(unseen).toEqual([]);
    await desk.close();
  });

  it('gives a link that opens the same view in another tab', async () => {
    const { desk, frame } = await openPage('agent', 'light');
    const context = desk.page.context();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit(frame, 'volume');
    await frame.getByRole('button', { name: 'Language', exact: true }).click();
    await frame.waitForURL(/#\/volume\?by=language$/);
    await frame.getByRole('button', { name: 'Copy link to this view' }).click();
    await frame.getByText('Copied.').waitFor();
    const link = await desk.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${account.zendesk.url}/agent/apps/ticket-triage/volume/by=language`);
    const other = await context.newPage();
    await other.goto(link);
    const there = other.frameLocator('[data-test="nav-app-frame"]');
    await there.getByRole('heading', { level: 1, name: 'Volume' }).waitFor();
    await there.getByRole('button', { name: 'Language', exact: true, pressed: true }).waitFor();
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});
