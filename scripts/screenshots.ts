import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { prepareStack, type Stack } from '../e2e/stack.ts';
import { openWorkspace, type Workspace } from '../e2e/workspace.ts';
import { buildApp } from '../sandbox/build-app.ts';

const FOLDER = 'docs/screenshots';
const SIDEBAR_WIDTH = 320;
const SCHEMES = ['light', 'dark'] as const;

type Scene = {
  name: string;
  ticket: { subject: string; text: string; tags?: string[] };
  /** As a person or a rule of the account left the ticket before it is opened. */
  change?: Record<string, unknown>;
  see: RegExp;
  act?: (desk: Workspace) => Promise<void>;
};

const apply = (desk: Workspace) => desk.app.getByRole('button', { name: /^Apply \d+ change/ }).click();

/** On tickets whose customer was promised a solution too; the rules that ship promise none. */
const PROMISED = 'promised_solution';

function writeRouting(file: string): void {
  const shipped = JSON.parse(readFileSync('backend/routing.json', 'utf8'));
  const promise = { id: 'solution', when: { tags: [PROMISED] }, set: { resolutionHours: 48 } };
  writeFileSync(file, JSON.stringify({ ...shipped, rules: [promise] }));
}

const SCENES: Scene[] = [
  {
    name: 'suggestion',
    ticket: {
      subject: 'Charged twice',
      text: 'Hello, my card was charged twice for the Team plan this month. Please refund the second payment. Thanks, Ada',
    },
    see: /Apply \d+ change/,
  },
  {
    name: 'applied',
    ticket: {
      subject: 'Invoice',
      text: 'Where can I download the invoice for October as a PDF? Our accountant needs it.',
    },
    see: /Apply \d+ change/,
    act: apply,
  },
  {
    name: 'escalated',
    ticket: {
      subject: 'Everything is down',
      text: 'The booking page shows error 503 for all our customers since 7:40. Nobody can work. If this is not fixed today our lawyer will write to you.',
    },
    see: /Escalate to/,
  },
  {
    name: 'low-confidence',
    ticket: { subject: 'help', text: 'help please' },
    see: /Two categories fit|Not sure/,
  },
  {
    name: 'set-aside',
    ticket: {
      subject: 'Re: Calendar does not sync',
      text: [
        'The calendar still does not sync since Monday, although I signed in again as you said.',
        '\n\n-- \nAda Quill\nQuill Studio, 12 Main St, Springfield\nPhone +1 415 555 0132\n\n',
        'On Mon, 4 May 2026 at 09:12, Bookwren Support <help@bookwren.example> wrote:\n> Please sign out and in again.\n> Jo',
      ].join(''),
    },
    see: /Set aside/,
    act: (desk) => desk.app.getByText(/^Set aside/).click(),
  },
  {
    name: 'sources',
    ticket: {
      subject: 'Calendar does not sync',
      text: 'My Google calendar does not sync any more since yesterday. New bookings are missing in it. What can I do?',
    },
    see: /Insert into reply/,
    act: async ({ app }) => {
      await app.getByText(/^Why/).click();
      await app
        .getByRole('button', { name: /^Source \d/ })
        .first()
        .focus();
    },
  },
  {
    name: 'promises',
    ticket: {
      subject: 'Two-factor codes',
      text: 'I have a new phone and the login asks for a code of the old one. How do I move it to the new phone?',
      tags: [PROMISED],
    },
    see: /Solution due in/,
  },
  {
    name: 'promises-paused',
    ticket: {
      subject: 'Two-factor codes again',
      text: 'The codes of the new phone are not accepted when I log in. What should I check?',
      tags: [PROMISED],
    },
    change: { status: 'pending' },
    see: /Solution paused/,
  },
  {
    name: 'no-work',
    ticket: { subject: 'Re: Invoice', text: 'Thank you so much, solved!' },
    see: /only says thank you/,
  },
  { name: 'nothing-to-triage', ticket: { subject: '', text: '' }, see: /Nothing to triage/ },
];

/** `npm run screenshots -- sources` takes these alone. */
const WANTED = SCENES.filter(({ name }) => process.argv.length < 3 || process.argv.includes(name));

async function photograph(desk: Workspace, { name, see, act }: Scene, scheme: string): Promise<void> {
  await desk.app.getByText(see).first().waitFor();
  await desk.app
    .getByRole('button', { name: 'Insert into reply' })
    .waitFor({ timeout: 3_000 })
    .catch(() => {});
  await act?.(desk);
  await desk.page.waitForTimeout(400);
  await desk.part('app-frame').screenshot({ path: `${FOLDER}/${name}-${scheme}.png` });
}

async function takeAll(stack: Stack, browser: Browser): Promise<void> {
  for (const scheme of SCHEMES) {
    const desk = await openWorkspace(browser, stack.zendesk.url);
    await desk.page.setViewportSize({ width: 1280, height: 1400 });
    for (const scene of WANTED) {
      const requester = { name: 'Ada Quill', email: 'ada@quill.example' };
      const { id } = stack.zendesk.createTicket({ ...scene.ticket, requester });
      if (scene.change) stack.zendesk.runRule(id, scene.change);
      await desk.open(id, scheme);
      await photograph(desk, scene, scheme);
      const width = (await desk.part('app-frame').boundingBox())?.width;
      if (width !== SIDEBAR_WIDTH) throw new Error(`The sidebar is ${width} px wide, not ${SIDEBAR_WIDTH}`);
      if (scene.name !== 'suggestion' || scheme === 'dark') continue;
      await desk.page.setViewportSize({ width: 1280, height: 860 });
      await desk.page.screenshot({ path: `${FOLDER}/workspace.png` });
      await desk.page.setViewportSize({ width: 1280, height: 1400 });
    }
    await desk.page.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
await buildApp('http://localhost:8787', () => console.log('Building the app'));
const folder = mkdtempSync(join(tmpdir(), 'triage-screenshots-'));
const ROUTING_FILE = join(folder, 'routing.json');
writeRouting(ROUTING_FILE);
const stack = await prepareStack({ connect: false, environment: { ROUTING_FILE } });
const browser = await launchBrowser();
try {
  const backend = await stack.startBackend();
  await backend.importKnowledge(() => {});
  await takeAll(stack, browser);
  console.log(`${WANTED.length * SCHEMES.length} pictures of scenes are in ${FOLDER}/`);
} finally {
  await browser.close();
  await stack.close();
  rmSync(folder, { recursive: true, force: true });
}
