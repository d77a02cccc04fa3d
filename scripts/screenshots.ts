import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { PROMISED, SIDEBAR_STATES } from '../e2e/sidebar-states.ts';
import { prepareStack, type Stack } from '../e2e/stack.ts';
import { openWorkspace } from '../e2e/workspace.ts';
import { buildApp } from '../sandbox/build-app.ts';
import { type Picture, writeContactSheet } from './screenshots/contact-sheet.ts';
import { photograph, SCHEMES } from './screenshots/photograph.ts';

const FOLDER = 'docs/screenshots';
/** The states that have pictures of their own, 320 px wide. */
const ALSO_ALONE = [
  ...['suggestion', 'applied', 'escalated', 'low-confidence', 'set-aside', 'sources', 'promises', 'promises-paused'],
  ...['no-work', 'nothing-to-triage'],
];

function writeRouting(file: string): void {
  const shipped = JSON.parse(readFileSync('backend/routing.json', 'utf8'));
  const promise = { id: 'solution', when: { tags: [PROMISED] }, set: { resolutionHours: 48 } };
  writeFileSync(file, JSON.stringify({ ...shipped, rules: [promise] }));
}

/** `npm run screenshots -- sources` takes these alone, and leaves the contact sheets as they are. */
const asked = process.argv.slice(2);
const wanted = SIDEBAR_STATES.filter(({ name }) => asked.length === 0 || asked.includes(name));

async function takeAll(stack: Stack, browser: Browser): Promise<void> {
  const desk = await openWorkspace(browser, stack.zendesk.url);
  const sheet: Record<string, Picture[]> = { light: [], dark: [] };
  for (const state of wanted) {
    const pictures = await photograph(desk, stack, state);
    for (const scheme of SCHEMES) {
      sheet[scheme]?.push(...pictures[scheme]);
      const [narrow] = pictures[scheme];
      if (narrow && ALSO_ALONE.includes(state.name)) writeFileSync(`${FOLDER}/${state.name}-${scheme}.png`, narrow.png);
    }
  }
  await desk.page.close();
  if (asked.length > 0) return;
  for (const scheme of SCHEMES)
    await writeContactSheet(browser, scheme, sheet[scheme] ?? [], `${FOLDER}/contact-sheet-${scheme}.png`);
}

/** The workspace with a suggestion, as the README shows it. */
async function takeWorkspace({ zendesk }: Stack, browser: Browser): Promise<void> {
  const ticket = SIDEBAR_STATES.find(({ name }) => name === 'suggestion')?.ticket;
  if (!ticket) throw new Error('No suggestion among the states');
  const desk = await openWorkspace(browser, zendesk.url);
  await desk.page.setViewportSize({ width: 1280, height: 860 });
  const { id } = zendesk.createTicket({ ...ticket, requester: { name: 'Ada Quill', email: 'ada@quill.example' } });
  await desk.open(id);
  await desk.app.getByRole('button', { name: 'Insert into reply' }).waitFor();
  await desk.page.screenshot({ path: `${FOLDER}/workspace.png` });
  await desk.page.close();
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
  if (asked.length === 0) await takeWorkspace(stack, browser);
  console.log(`${wanted.length} states are in ${FOLDER}/`);
} finally {
  await browser.close();
  await stack.close();
  rmSync(folder, { recursive: true, force: true });
}
