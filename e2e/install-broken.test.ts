import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../backend/config.ts';
import { checkConnection } from '../backend/jobs/check-connection.ts';
import { createLog } from '../backend/log.ts';
import { actFor } from '../backend/ports/acting-for.ts';
import type { Running } from '../backend/start.ts';
import { wire } from '../backend/wire.ts';
import { answer, deleteGroup } from './account-acts.ts';
import { allowAccess, copyPackage, openAdminDesk } from './admin-desk.ts';
import { launchBrowser } from './browser.ts';
import { type Hosted, type HostedAccount, prepareHosted } from './hosted-stack.ts';
import { CHARGED, CONNECTION, checked, look, notOk, only, repair, seesTriaged } from './look-at-connection.ts';

const isRefused = (path: string, status: number) => path.endsWith('/oauth/tokens') && status >= 400;

describe('an account in which something broke behind our back', () => {
  const pack = copyPackage();
  let hosted: Hosted;
  let browser: Browser;
  let [account, fresh]: HostedAccount[] = [];
  const connected = () => account as HostedAccount;

  beforeAll(async () => {
    hosted = await prepareHosted({ environment: { MODE: 'auto' }, zendesk: { appDir: pack.folder } });
    pack.stampFor(hosted.backendUrl);
    [account, fresh] = [...hosted.accounts.values()];
    [, browser] = await Promise.all([hosted.startBackend(), launchBrowser()]);
    await connected().connect();
  });
  afterAll(async () => {
    await browser?.close();
    await hosted?.close();
    pack.remove();
  });

  const openPage = async (as: string) => {
    const desk = await openAdminDesk(browser);
    await desk.page.goto(`${connected().zendesk.url}/agent/?as=${as}`);
    await desk.click(desk.part('nav-app'));
    if (as === 'admin') await desk.click(desk.admin.locator('a[href="#/connection"]'));
    return desk;
  };

  it('has a webhook that was deleted made again by one click, with a new secret, and goes on', async () => {
    const { zendesk } = connected();
    const [before] = zendesk.readWebhooks();
    zendesk.deleteWebhook();
    const desk = await openPage('admin');
    await desk.admin.getByText('The webhook was deleted in Zendesk').waitFor();
    await desk.click(desk.admin.getByRole('button', { name: 'Repair: Webhook' }));
    await desk.admin.getByText('Zendesk tells of new and changed tickets.').waitFor();
    expect(desk.complaints).toEqual([]);
    await desk.close();
    const [after] = zendesk.readWebhooks();
    expect(zendesk.readWebhooks()).toHaveLength(1);
    expect([after?.id, after?.secret]).not.toEqual([before?.id, before?.secret]);
    await seesTriaged(connected());
  });

  it('names the scopes that are missing, and is whole once an admin has allowed all', async () => {
    const { zendesk } = connected();
    zendesk.narrowScopes(['read', 'tickets:write']);
    const desk = await openPage('admin');
    await desk.admin.getByText(/It was allowed less than it needs.*webhooks:write/).waitFor();
    zendesk.narrowScopes(null);
    await allowAccess(desk);
    await desk.admin.getByText('It may do all that it needs').waitFor();
    expect(desk.complaints).toEqual([]);
    await desk.close();
    expect(notOk(await look(connected()))).toEqual([]);
    await seesTriaged(connected());
  });

  it('keeps a ticket that came while access was taken away, and triages it once an admin has connected again', async () => {
    const { zendesk } = connected();
    zendesk.revokeTokens();
    const { id } = zendesk.createTicket(CHARGED);
    // Told of it, tried, and shut out: Zendesk refuses to give new access for the old.
    await expect.poll(() => zendesk.requestsSeen.some(({ path, status }) => isRefused(path, status))).toBe(true);
    const broken = { state: 'broken', reason: 'not_allowed', remedy: 'connect' };
    expect(checked(await look(connected()), 'authorization')).toMatchObject(broken);
    expect(zendesk.readTicket(id).tags).toEqual([]);
    await connected().connect();
    await expect.poll(() => zendesk.readTicket(id).tags, { timeout: 20_000 }).toContain('ait_triaged');
    expect(notOk(await look(connected()))).toEqual([]);
  });

  it("shows an agent the overview and no page of an admin's, and lets them do nothing there", async () => {
    const desk = await openPage('');
    await desk.admin.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
    expect(await desk.admin.locator('a[href="#/connection"]').count()).toBe(0);
    expect(desk.complaints).toEqual([]);
    await desk.close();
    const { token, role } = await connected().openPage('agent');
    expect(role).toBe('agent');
    const asked = [{ path: CONNECTION }, { path: `${CONNECTION}/repair`, body: {} }];
    const answers = await Promise.all(asked.map((each) => connected().adminCall({ ...each, token })));
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  it('names fields that were deleted, and makes them again', async () => {
    connected().zendesk.deleteField('ai_triage_urgency');
    const broken = { state: 'broken', reason: 'fields_missing', missing: ['urgency'], remedy: 'repair' };
    expect(checked(await look(connected()), 'fields')).toMatchObject(broken);
    expect(notOk(await repair(connected(), 'fields'))).toEqual([]);
    const { custom_fields } = await seesTriaged(connected());
    expect(custom_fields.map(({ value }) => value)).toContainEqual(expect.stringMatching(/^ait_urgency_/));
  });

  it('keeps a group that was renamed, and asks whom to give tickets to once it is gone', async () => {
    const { zendesk } = connected();
    const billing = async () => (await look(connected())).teams.find(({ team }) => team === 'billing_support');
    const { groupId } = (await billing()) ?? {};
    zendesk.renameGroup('billing_support', 'Money matters');
    expect(await billing()).toEqual({ team: 'billing_support', groupId, groupName: 'Money matters' });
    expect(notOk(await look(connected()))).toEqual([]);
    expect(String((await seesTriaged(connected())).group_id)).toBe(groupId);
    await deleteGroup(connected(), groupId ?? '');
    const broken = { state: 'broken', missing: ['billing_support'], remedy: 'choose' };
    expect(checked(await look(connected()), 'groups')).toMatchObject(broken);
    expect((await seesTriaged(connected())).group_id).toBeNull();
  });

  it('is not connected by who says no, is no admin or did not begin it', async () => {
    const other = fresh as HostedAccount;
    const outcomes = [
      await answer(hosted, other, { begins: 'admin', answers: 'admin', says: 'deny' }),
      await answer(hosted, other, { begins: 'agent', answers: 'agent', says: 'allow' }),
      await answer(hosted, other, { begins: 'agent', answers: 'admin', says: 'allow' }),
    ];
    expect(outcomes.map(({ status }) => status)).toEqual([403, 403, 403]);
    const words = ['Access was not allowed', 'Only an admin', 'Somebody else began'];
    expect(outcomes.map(({ text }, index) => text.includes(words[index] ?? ''))).toEqual([true, true, true]);
    expect((await other.openPage()).role).toBe('visitor');
    expect(other.zendesk.readWebhooks()).toEqual([]);
  });
});

describe('an account whose plan has no event webhooks', () => {
  let hosted: Hosted;
  let backend: Running;
  beforeAll(async () => {
    hosted = await prepareHosted({ accounts: 1, zendesk: { eventWebhooks: false } });
    backend = await hosted.startBackend();
  });
  afterAll(() => hosted?.close());

  it('is told of tickets by a trigger', async () => {
    const account = only(hosted);
    await account.connect();
    await seesTriaged(account);
    expect(account.zendesk.deliveries).toEqual([]);
    expect(account.zendesk.notifications.length).toBeGreaterThan(0);
    expect(notOk(await look(account))).toEqual([]);
  });

  it('is left with nothing of ours in it once the app is gone twice in a row', async () => {
    const { zendesk, subdomain: tenantId } = only(hosted);
    zendesk.uninstall();
    await backend.close();
    const config = readConfig(hosted.environment);
    const { close, ...parts } = await wire(config, createLog(config.LOG_LEVEL));
    const changed = parts.tenants.changed;
    const watch = (wasMissing: boolean) =>
      actFor(tenantId, () =>
        checkConnection({ payload: { tenantId, ...(wasMissing && { wasMissing }) } }, { ...parts, changed }),
      );
    expect(await watch(false)).toBe('missing');
    expect(zendesk.readWebhooks()).toHaveLength(1);
    expect(await watch(true)).toBe('disconnected');
    expect(zendesk.readWebhooks()).toEqual([]);
    const kept = await actFor(tenantId, () => parts.store.readConnection(tenantId));
    expect(kept).toMatchObject({ state: 'uninstalled', tokens: null, webhook: null, sidebarSecrets: [] });
    await close();
  });
});
