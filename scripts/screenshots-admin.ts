import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { type AdminDesk, allowAccess, copyPackage, openAdminDesk } from '../e2e/admin-desk.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { type Hosted, type HostedAccount, prepareHosted } from '../e2e/hosted-stack.ts';
import { buildApp } from '../sandbox/build-app.ts';
import { readSampleSeed } from '../sandbox/zendesk/seed.ts';
import { fillOverview } from './screenshots/fill-overview.ts';

const FOLDER = 'docs/screenshots';
const SCHEMES = ['light', 'dark'] as const;
const TICKETS = 10;

/** Page of the menu, and what shows that it is there. */
const PAGES: Record<string, RegExp> = {
  queue: /tickets? waits?/,
  volume: /Show as table/,
  agreement: /Suggested and final/,
  confidence: /Calibration/,
  drift: /drifted|went from|comparisons/,
  effort: /Time saved/,
  spend: /budget/i,
  escalations: /Precision|escalat/i,
  connection: /Zendesk lets Ticket Triage in/,
  categories: /Add a category/,
  teams: /Which group each team is/,
  knowledge: /What is known/,
  routing: /What each category gets/,
  hours: /Who works when/,
  escalation: /Phrases of your own/,
  assignment: /Agents/,
  mode: /Trust by evidence/,
  model: /Use and cost/,
  'dead-letters': /Failed jobs/,
  undo: /Which writes/,
  decision: /Decision look-up/,
  privacy: /How long things are kept/,
  erasure: /Erasure/,
  feedback: /Download/,
  audit: /The log is intact/,
};

/** Tickets of the sample account as their customers write them, until each was looked at. */
async function triageSome({ zendesk }: HostedAccount): Promise<void> {
  const { tickets } = await readSampleSeed();
  const ids = tickets.slice(0, TICKETS).map(({ comments: [first], subject, requester }) => {
    const { text, html } = first ?? {};
    return zendesk.createTicket({ subject, requester, ...(text && { text }), ...(html && { html }) }).id;
  });
  const open = () => ids.filter((id) => !zendesk.readTicket(id).tags.some((tag) => tag.startsWith('ait_')));
  // A few of them are no work, and are left as they are.
  for (let looked = 0; looked < 60 && open().length > 2; looked += 1) await new Promise((go) => setTimeout(go, 500));
}

async function photographPages(desk: AdminDesk, url: string, scheme: string): Promise<void> {
  await desk.page.goto(`${url}/agent/?as=admin&scheme=${scheme}`);
  await desk.click(desk.part('nav-app'));
  for (const [id, see] of Object.entries(PAGES)) {
    await desk.admin.locator(`a[href="#/${id}"]`).click();
    await desk.admin.locator('#content').getByText(see).first().waitFor();
    await desk.page.waitForTimeout(600);
    await desk.page.screenshot({ path: `${FOLDER}/admin-${id}-${scheme}.png` });
  }
}

/** What an admin sees from the settings of Zendesk to the connected account. */
async function photographInstall(desk: AdminDesk, url: string): Promise<void> {
  const take = (name: string) => desk.page.screenshot({ path: `${FOLDER}/install-${name}.png` });
  await desk.page.goto(`${url}/admin/apps?as=admin`);
  await desk.click(desk.part('app-install'));
  await take('app');
  await desk.click(desk.part('install-confirm'));
  await desk.part('app-uninstall').waitFor();
  await desk.click(desk.part('nav-app'));
  await desk.admin.getByRole('button', { name: 'Connect', exact: true }).waitFor();
  await take('connect');
  await allowAccess(desk);
  await desk.admin.getByText('Zendesk lets Ticket Triage in.').waitFor();
  await take('connected');
}

async function takeAll(hosted: Hosted, account: HostedAccount, browser: Browser): Promise<void> {
  await fillOverview(hosted.environment.DATA_DIR ?? '', account.subdomain);
  const backend = await hosted.startBackend();
  const desk = await openAdminDesk(browser);
  await photographInstall(desk, account.zendesk.url);
  await backend.importKnowledge(() => {});
  await triageSome(account);
  for (const scheme of SCHEMES) await photographPages(desk, account.zendesk.url, scheme);
  if (desk.complaints.length > 0) throw new Error(`The browser complained: ${desk.complaints.join('\n')}`);
  await desk.close();
}

mkdirSync(FOLDER, { recursive: true });
await buildApp('http://localhost:8787', () => console.log('Building the app'));
const pack = copyPackage();
const hosted = await prepareHosted({ accounts: 1, zendesk: { appDir: pack.folder, installed: false, seed: 'sample' } });
pack.stampFor(hosted.backendUrl);
const browser = await launchBrowser();
try {
  const [account] = hosted.accounts.values();
  if (account) await takeAll(hosted, account, browser);
  console.log(`Pictures of ${Object.keys(PAGES).length} pages are in ${FOLDER}/`);
} finally {
  await browser.close();
  await hosted.close();
  pack.remove();
}
