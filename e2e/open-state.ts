import type { Page, Route } from 'playwright-core';
import type { Triage } from '../backend/contract/triage.ts';
import type { ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import type { SidebarState } from './sidebar-states.ts';
import type { Workspace } from './workspace.ts';

const REQUESTER = { name: 'Ada Quill', email: 'ada@quill.example' };
const TRIAGES = /\/v1\/triages(\/[^/]+)?$/;
/** A page with the app in it and nobody who greets it. */
const ALONE = '/agent/alone';

/** Brings the sidebar into a state, in a workspace that may have been in another. */
export async function openState(desk: Workspace, zendesk: ZendeskSandbox, state: SidebarState, scheme = 'light') {
  const { page, app } = desk;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const { id } = zendesk.createTicket({ subject: 'Question', text: 'Hello?', ...state.ticket, requester: REQUESTER });
  if (state.rule) zendesk.runRule(id, state.rule);
  await bend(page, state, id);
  if (state.alone) {
    await page.clock.install();
    await openAlone(page, zendesk, state.alone, scheme);
    await state.act?.(desk, { zendesk, id });
    await app.getByText(state.see).first().waitFor();
    return;
  }
  await desk.open(id, scheme);
  await app.getByText(state.see).first().waitFor();
  if (state.draft) await app.locator('[aria-keyshortcuts="i"]').waitFor();
  if (state.mirrored) await mirror(desk);
  await state.act?.(desk, { zendesk, id });
}

/** Right to left, as for a locale that is written so. */
export const mirror = ({ app }: Workspace) =>
  app.locator('html').evaluate((html) => {
    (html as HTMLElement).dir = 'rtl';
  });

async function bend(page: Page, state: SidebarState, id: number): Promise<void> {
  const { answer, refusal, denied, unconfigured, locale } = state;
  if (answer || refusal)
    await page.route('**/sandbox/proxy', async (route) => {
      const { url, type } = route.request().postDataJSON();
      if (!TRIAGES.test(url)) return route.continue();
      if (refusal === 'never') return;
      if (refusal && !(answer && type === 'POST')) return reply(route, refusal.status, refusal.body);
      const { status, responseJSON } = await (await route.fetch()).json();
      await reply(route, status, answer?.(responseJSON as Triage));
    });
  if (denied === 'read')
    await page.route(`**/api/v2/tickets/${id}.json?*`, (route) => route.fulfill({ status: 403, json: {} }));
  if (denied === 'write') {
    await page.route('**/api/v2/ticket_fields', (route) => route.fulfill({ json: { ticket_fields: [] } }));
    await page.route('**/api/v2/groups/assignable', (route) => route.fulfill({ json: { groups: [] } }));
  }
  if (unconfigured || locale)
    await page.route('**/sandbox/installation', async (route) => {
      const installation = await (await route.fetch()).json();
      const { currentUser } = installation;
      const settings = unconfigured ? {} : installation.settings;
      await route.fulfill({
        json: { ...installation, settings, currentUser: { ...currentUser, locale: locale ?? currentUser.locale } },
      });
    });
}

/** What Zendesk's proxy hands over. */
const reply = (route: Route, status: number, body: unknown) =>
  route.fulfill({
    json: { status, statusText: '', responseText: JSON.stringify(body), responseJSON: body, responseHeaders: {} },
  });

async function openAlone(page: Page, { url, appUrl, appId }: ZendeskSandbox, how: string, scheme: string) {
  const query = how === 'outside' ? {} : { origin: url, app_guid: 'nobody' };
  const search = new URLSearchParams({ ...query, colorScheme: scheme });
  const src = `${appUrl}/${appId}/assets/index.html?${search.toString().replaceAll('&', '&amp;')}`;
  const style = 'display:block;width:320px;height:680px;border:0';
  await page.route(`**${ALONE}`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Alone</title><iframe title="App" data-test="app-frame" src="${src}" style="${style}"></iframe>`,
    }),
  );
  await page.goto(url + ALONE);
}
