import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import { launchBrowser } from './browser.ts';
import { type Hosted, type HostedAccount, prepareHosted } from './hosted-stack.ts';
import { floodAdminPage } from './xss/admin-page.ts';
import { hostileSeed, writeTickets } from './xss/hostile-account.ts';
import { startHostileModel } from './xss/hostile-model.ts';
import { countTold } from './xss/live.ts';
import type { Shown } from './xss/shown.ts';
import { floodSidebar, openSidebar, unfold } from './xss/sidebar.ts';
import { copyApp } from './xss/stamped-app.ts';
import { inspect, openWatched, type Watch } from './xss/watch.ts';
import { PAYLOADS, payloadsFrom } from './xss-payloads.ts';

const seenBy = ({ seen }: Watch) => seen;
const union = (shown: Shown) => new Set([...shown.values()].flatMap((texts) => [...texts]));

const LISTS_OF_SIDEBAR = [
  'classification.evidence',
  'escalation.reasons.rule',
  'escalation.reasons.phrase',
  'sources.title',
  'sources.resolution',
  'draft.parts.text',
];
const FIELDS_OF_SIDEBAR = [
  'classification.summary',
  'routing.team',
  'routing.escalationTeam',
  'draft.text',
  'sources.url',
];
const FIELDS_OF_PAGE = [
  'readConnection.groups.name',
  'readConnection.connectedBy',
  'readConnection.checks.missing',
  'readTenantSettings.savedBy',
  'readTenantSettings.settings.model',
  'readTenantSettings.settings.taxonomy.categories.billing.description',
  'readRouting.note',
  'readAudit.entries.action',
  'readAudit.entries.details.x',
  'readAudit.entries.actor.id',
  'listImports.imports.failure.message',
  'listErasures.erasures.fingerprint',
  'listDeadLetters.deadLetters.key',
  'readDecision.record',
];

describe('text from strangers', () => {
  const next = payloadsFrom(0);
  const app = copyApp();
  let browser: Browser;
  let openAi: OpenAi;
  let model: Awaited<ReturnType<typeof startHostileModel>>;
  let hosted: Hosted;
  let account: HostedAccount;
  beforeAll(async () => {
    openAi = await startOpenAi();
    model = await startHostileModel(openAi.url, () => next(1)[0] ?? '');
    hosted = await prepareHosted({
      accounts: 1,
      environment: { OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: model.url, REQUESTS_PER_MINUTE: '1000000' },
      zendesk: { seed: hostileSeed(next), appDir: app.folder },
    });
    app.stampFor(hosted.backendUrl);
    const backend = await hosted.startBackend();
    account = [...hosted.accounts.values()][0] as HostedAccount;
    await account.connect();
    await backend.importKnowledge(() => {});
    account.zendesk.renameGroup('billing_lead', next(1)[0] ?? '');
    account.zendesk.addAgent({ name: next(2).join(' '), email: 'x@desk.example', groups: ['billing_support'] });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await hosted?.close();
    await model?.close();
    await openAi?.close();
    app.remove();
  });

  const open = (bypassCSP: boolean): Promise<Watch> => {
    const { url, appUrl } = account.zendesk;
    return openWatched(browser, [url, appUrl, hosted.backendUrl], bypassCSP);
  };

  it('would be told of if a page took it for markup', async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
    expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
    const watch = await openWatched(browser, [], true);
    const told = await countTold(watch);
    await watch.context.close();
    expect(told).toBeGreaterThan(200);
    for (const kind of ['script', 'request', 'element', 'attribute'])
      expect([kind, watch.seen.some((what) => what.startsWith(`${kind}:`))]).toEqual([kind, true]);
  });

  it('is shown in the sidebar as it was written, found and judged', async () => {
    const watch = await open(true);
    const page = await watch.context.newPage();
    const wholes: string[] = [];
    for (const id of writeTickets(account.zendesk, next)) {
      const frame = await openSidebar(page, account.zendesk.url, id);
      await frame.getByRole('button', { name: 'Edit' }).waitFor();
      await unfold(frame);
      wholes.push(await inspect(watch, frame));
    }
    await watch.context.close();
    expect(seenBy(watch)).toEqual([]);
    const shown = PAYLOADS.filter(({ text }) => wholes.some((whole) => whole.includes(text)));
    expect(shown.length).toBeGreaterThan(30);
  });

  it.each([
    { policy: 'kept', bypassCSP: false, times: 20 },
    { policy: 'switched off', bypassCSP: true, times: 40 },
  ])(
    'is shown in the sidebar whatever field of a triage it comes in, the policy $policy',
    async ({ bypassCSP, times }) => {
      const watch = await open(bypassCSP);
      const shown = await floodSidebar(watch, account.zendesk.url, 1, times);
      await watch.context.close();
      expect(seenBy(watch)).toEqual([]);
      for (const field of FIELDS_OF_SIDEBAR) expect([field, shown.has(field)]).toEqual([field, true]);
      const least = Math.min(PAYLOADS.length, times * 10) * 0.8;
      for (const field of LISTS_OF_SIDEBAR) expect(shown.get(field)?.size ?? 0).toBeGreaterThan(least);
      expect(union(shown).size).toBeGreaterThanOrEqual(300);
    },
  );

  it.each([
    { policy: 'kept', bypassCSP: false, times: 1 },
    { policy: 'switched off', bypassCSP: true, times: 1 },
  ])('is shown on every page of the admin, and in errors, the policy $policy', async ({ bypassCSP, times }) => {
    const watch = await open(bypassCSP);
    const shown = await floodAdminPage(watch, account.zendesk.url, hosted.backendUrl, times);
    await watch.context.close();
    expect(seenBy(watch)).toEqual([]);
    for (const field of [...FIELDS_OF_PAGE, 'problem']) expect([field, shown.has(field)]).toEqual([field, true]);
    expect(union(shown).size).toBeGreaterThanOrEqual(300);
  });
});
