import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { prepareStack, type Stack } from './stack.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Violation = { id: string; nodes: { html: string }[] };

/** Rules about whole pages, which an app inside another page cannot keep. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main'];

async function violationsIn(desk: Workspace): Promise<string[]> {
  const handle = await desk.part('app-frame').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The app is not there');
  await frame.addScriptTag({ path: AXE });
  const found = await frame.evaluate(async (off) => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
    return (await axe.run({ rules })).violations;
  }, PAGE_RULES);
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** Opens what is folded, and points at the first sourced sentence of the draft. */
async function showAll({ app }: Workspace): Promise<void> {
  await app
    .getByRole('button', { name: 'Edit' })
    .waitFor({ timeout: 3_000 })
    .catch(() => {});
  for (const title of await app.locator('details:not([open]) > summary').all()) await title.click();
  const number = app.getByRole('button', { name: /^Source \d/ }).first();
  if (await number.isVisible()) await number.focus();
}

const STATES = [
  {
    state: 'a suggestion',
    text: 'I was charged twice for my subscription this month. Please refund the second charge.',
    see: /^Apply \d+ change/,
  },
  {
    state: 'an escalation',
    text: 'The booking page shows error 503 for all our customers since 7:40. My lawyer will write to you.',
    see: /Escalate to/,
  },
  { state: 'low confidence', text: 'help', see: /Two categories fit|Not sure/ },
  { state: 'nothing to triage', text: '', see: /Nothing to triage/ },
];

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

  it.each(['light', 'dark'])('has no axe violation in any state, colours %s', async (scheme) => {
    const desk = await openWorkspace(browser, stack.zendesk.url, { bypassCSP: true });
    for (const { state, text, see } of STATES) {
      const subject = text ? 'Question' : '';
      const { id } = stack.zendesk.createTicket({ subject, text, requester: { name: 'A B', email: 'a@b.example' } });
      await desk.open(id, scheme);
      await desk.app.getByText(see).first().waitFor();
      await showAll(desk);
      expect(await violationsIn(desk), state).toEqual([]);
    }
    await desk.page.close();
  });

  it('does its main job by keyboard alone', async () => {
    const desk = await openWorkspace(browser, stack.zendesk.url);
    const text = STATES[0]?.text ?? '';
    const { id } = stack.zendesk.createTicket({
      subject: 'Charged',
      text,
      requester: { name: 'A B', email: 'a@b.example' },
    });
    await desk.open(id);
    const apply = desk.app.getByRole('button', { name: /^Apply \d+ change/ });
    await apply.focus();
    await desk.page.keyboard.press('Enter');
    const undo = desk.app.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await expect.poll(() => undo.evaluate((button) => button === document.activeElement)).toBe(true);
    await desk.page.keyboard.press('Enter');
    await apply.waitFor();
  });
});
